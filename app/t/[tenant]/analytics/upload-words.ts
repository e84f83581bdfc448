/** Why a file did not arrive, by the word that the server answers. */
export const uploadWords: Record<string, string> & { unreachable: string; unreadable: string } = {
  unreachable: "The connection broke before the file had arrived. Nothing was kept of it: send it again.",
  unreadable: "The browser can't read the file (any more). Choose it again.",
  "not-here": "You can't do that (any more). Reload the page and sign in again if asked.",
  "not-awaited": "This file has arrived already. Open Analytics to go on.",
  body_truncated: "The file did not arrive whole. Nothing was kept of it: send it again.",
  checksum_mismatch:
    "The file changed on its way, or on your disk meanwhile. Nothing was kept of it: send it again.",
  too_large: "More bytes arrived than the file had when it was chosen. Choose it again.",
  disk_full: "There is no room for the file at the moment. Tell Analystick, and send it later.",
};
