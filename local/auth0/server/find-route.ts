import type { Route } from "./call";

export interface FoundRoute {
  route: Route;
  params: Record<string, string>;
}

/**
 * Finds the route of a request. Fixed paths win over paths with variables; HEAD is looked up as itself first,
 * then as GET.
 * @param pathname the still encoded path of the request
 */
export function findRoute(
  routes: readonly Route[],
  method: string,
  pathname: string,
): FoundRoute | undefined {
  const fixedFirst = routes.toSorted((a, b) => Number(a.path.includes("{")) - Number(b.path.includes("{")));
  for (const route of fixedFirst) {
    if (route.method !== method) continue;
    const params = matchPath(route.path, pathname);
    if (params) return { route, params };
  }
  return method === "HEAD" ? findRoute(routes, "GET", pathname) : undefined;
}

function matchPath(pattern: string, pathname: string): Record<string, string> | undefined {
  const expected = pattern.split("/");
  const actual = pathname.split("/");
  if (expected.length !== actual.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of expected.entries()) {
    const value = actual[index] ?? "";
    if (!segment.startsWith("{")) {
      if (segment !== value) return undefined;
      continue;
    }
    const decoded = decode(value);
    if (!decoded) return undefined;
    params[segment.slice(1, -1)] = decoded;
  }
  return params;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
