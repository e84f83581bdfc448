import { createServer, type IncomingMessage, type Server } from "node:http";
import { json } from "node:stream/consumers";
import { answerLetters } from "./answer-letters";
import { answerPages } from "./answer-pages";
import { answerWeather } from "./answer-weather";
import type { Weather } from "./make-weather";
import type { Store } from "./open-store";
import type { Reply } from "./reply";
import { sendReply } from "./send-reply";

type Door = { store: Store; weather: Weather; port: number };

/**
 * Makes the mailbox's web server: pages for people, and an API for tests.
 *
 * Requests for another Host are refused, so that a foreign web page can't read letters by pointing its own
 * name at this computer; requests sent by another origin's page are refused too.
 *
 * @param door the letters, the weather, and the port that the server will listen on
 */
export function serveWeb(door: Door): Server {
  return createServer(async (request, response) => {
    try {
      sendReply(response, await answer(request, door));
    } catch (error) {
      console.error(error);
      sendReply(response, { kind: "text", status: 500, text: "The mailbox failed; its log says why." });
    }
  });
}

async function answer(request: IncomingMessage, { store, weather, port }: Door): Promise<Reply> {
  if (!isOurs(request, port))
    return { kind: "text", status: 403, text: "This mailbox answers only its own address." };
  const url = new URL(request.url ?? "/", "http://mailbox");
  const method = request.method === "HEAD" ? "GET" : (request.method ?? "GET");
  const path = url.pathname.slice(1).split("/");
  if (path[0] === "api" && path[1] === "letters")
    return answerLetters(store, method, path.slice(2), url.searchParams);
  if (path[0] === "api" && path[1] === "weather" && path.length === 2) {
    const body = method === "POST" ? await json(request).catch(() => undefined) : undefined;
    return answerWeather(weather, method, body);
  }
  if (method === "GET" && path[0] !== "api") return answerPages(store, path, url.searchParams);
  return { kind: "text", status: 404, text: "There is no such page here." };
}

function isOurs({ headers, method }: IncomingMessage, port: number): boolean {
  const hosts = [`localhost:${port}`, `127.0.0.1:${port}`];
  if (!hosts.includes(headers.host ?? "")) return false;
  if (method === "GET" || method === "HEAD" || headers.origin === undefined) return true;
  return hosts.some((host) => headers.origin === `http://${host}`);
}
