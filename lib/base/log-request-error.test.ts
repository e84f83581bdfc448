import { afterEach, expect, it, vi } from "vitest";
import { logRequestError } from "./log-request-error";

afterEach(() => vi.restoreAllMocks());

it("logs the code that the person sees, and no token, address or query", () => {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const cause = new Error("no row for ada@acme.example\nwith more below");
  const error = Object.assign(new Error("Failed query: select secret", { cause }), { digest: "4711" });
  logRequestError(error, "/invitations/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6?x=1", "/invitations/[token]");
  const line = JSON.parse(String(write.mock.calls[0]?.[0]));
  expect(line).toMatchObject({
    level: "error",
    event: "web.failed",
    digest: "4711",
    path: "/invitations/[redacted]",
    error: "Error: no row for [address]",
  });
});
