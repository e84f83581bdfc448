import { sha256 } from "@noble/hashes/sha2.js";

const PIECE = 4 * 1_048_576;

export type Sent = { ok: true } | { ok: false; word: string };

/** The SHA-256 of a file in base64, taken piece by piece: a large file is never in memory as a whole. */
export async function digestFile(file: Blob, onProgress: (share: number) => void): Promise<string> {
  const hash = sha256.create();
  for (let at = 0; at < file.size; at += PIECE) {
    hash.update(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()));
    onProgress(Math.min(1, (at + PIECE) / file.size));
  }
  return btoa(String.fromCharCode(...hash.digest()));
}

/** Sends the bytes of a file. XMLHttpRequest, since `fetch` does not tell how far it is. */
export function sendFile(
  url: string,
  file: Blob,
  digest: string,
  onProgress: (share: number) => void,
): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("Content-Digest", `sha-256=:${digest}:`);
    request.upload.onprogress = (event) => onProgress(event.total === 0 ? 0 : event.loaded / event.total);
    request.onerror = () => resolve({ ok: false, word: "unreachable" });
    request.onload = () =>
      resolve(request.status === 200 ? { ok: true } : { ok: false, word: wordOf(request.responseText) });
    request.send(file);
  });
}

function wordOf(text: string): string {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === "object" && answer !== null && "word" in answer ? String(answer.word) : "";
  } catch {
    return "";
  }
}
