import { currentRequest } from "@/lib/base/request-context";

/** Names the request, for somebody who writes to support. */
export function RequestLine() {
  const id = currentRequest()?.id;
  return id === undefined ? null : <span className="wrap-anywhere">Request {id}</span>;
}
