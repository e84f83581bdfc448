/** Where a browser has arrived. */
export interface Place {
  url: string;
  status: number;
  /** Empty once the browser has left the tenant: what is there is not loaded. */
  body: string;
  headers: Headers;
}

export interface Browser {
  /** Opens an address and follows redirects, as far as they stay at the tenant. */
  open(url: string): Promise<Place>;
  /** Fills in the form of a page and sends it. */
  submit(place: Place, fields: Record<string, string>): Promise<Place>;
  /** Cookies as the browser would send them to a path. */
  cookiesFor(path: string): string;
}

interface Cookie {
  name: string;
  value: string;
  path: string;
}

/** A browser without JavaScript: a cookie jar for one tenant, redirects, forms. */
export function openBrowser(origin: string): Browser {
  let jar: Cookie[] = [];
  const cookiesFor = (path: string): string =>
    jar
      .filter((cookie) => path.startsWith(cookie.path))
      .map(({ name, value }) => `${name}=${value}`)
      .join("; ");
  const keep = (header: string): void => {
    const cookie = readCookie(header);
    jar = jar.filter(({ name, path }) => name !== cookie.name || path !== cookie.path);
    if (!cookie.gone) jar.push(cookie);
  };
  const visit = async (url: string, init: RequestInit = {}): Promise<Place> => {
    if (!url.startsWith(`${origin}/`)) return { url, status: 0, body: "", headers: new Headers() };
    const headers = { cookie: cookiesFor(new URL(url).pathname), accept: "text/html" };
    const reply = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const header of reply.headers.getSetCookie()) keep(header);
    const location = reply.headers.get("location");
    if (location !== null) return visit(new URL(location, url).href);
    return { url, status: reply.status, body: await reply.text(), headers: reply.headers };
  };
  return {
    open: (url) => visit(url),
    submit: (place, fields) => {
      const form = readForm(place);
      const body = new URLSearchParams({ ...form.hidden, ...fields });
      return visit(form.action, { method: "POST", body });
    },
    cookiesFor,
  };
}

function readCookie(header: string): Cookie & { gone: boolean } {
  const [pair = "", ...attributes] = header.split(";").map((part) => part.trim());
  const at = pair.indexOf("=");
  const attribute = (name: string): string | undefined =>
    attributes.find((part) => part.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
  const gone = attribute("max-age") === "0" || attribute("expires")?.includes("1970") === true;
  return { name: pair.slice(0, at), value: pair.slice(at + 1), path: attribute("path") ?? "/", gone };
}

function readForm(place: Place): { action: string; hidden: Record<string, string> } {
  const action = /<form method="post" action="([^"]+)"/.exec(place.body)?.[1];
  if (action === undefined) throw new Error(`there is no form at ${place.url}: ${place.body}`);
  const inputs = place.body.matchAll(/<input type="(?:hidden|text)" name="([^"]+)"[^>]*? value="([^"]*)"/g);
  const hidden = Object.fromEntries(
    [...inputs].map(([, name = "", value = ""]) => [name, decodeEntities(value)]),
  );
  return { action: new URL(decodeEntities(action), place.url).href, hidden };
}

function decodeEntities(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}
