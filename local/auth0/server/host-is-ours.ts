/**
 * Whether a Host header names this machine's loopback interface and port. Anything else is a page elsewhere that
 * made its own name point here (DNS rebinding).
 */
export function hostIsOurs(host: string | undefined, port: number): boolean {
  return host === `localhost:${port}` || host === `127.0.0.1:${port}` || host === `[::1]:${port}`;
}
