import type { Call } from "./call";

/** Lets the handler do its work, then closes the connection where the answer should have been. */
export function cutInsteadOfAnswering({ req, res }: Call): void {
  res.write = () => true;
  res.end = () => {
    req.socket.destroy();
    return res;
  };
}
