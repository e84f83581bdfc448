// The image's HEALTHCHECK: whether the web process in this container lives.
import process from "node:process";

const port = process.env.PORT || "3000";
const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
process.exit(answer?.ok ? 0 : 1);
