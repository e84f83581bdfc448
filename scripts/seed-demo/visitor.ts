/** A form as it stands on a page: where it goes and what its hidden fields hold. */
type Form = { action: string; fields: Record<string, string> };

/** A page that a visitor has reached, after every redirect. */
export type Reached = { url: URL; status: number; html: string };

/**
 * A browser without a window: follows redirects, keeps cookies as browsers do (by host, whatever the port), and posts
 * the forms that it finds. Enough to walk in as a person would.
 */
export class Visitor {
  readonly #cookies = new Map<string, string>();
  #at: Reached | null = null;

  async open(url: string): Promise<Reached> {
    return this.#follow(new URL(url), { method: "GET" });
  }

  /** Posts the page's form with these fields besides its hidden ones. */
  async submit(typed: Record<string, string> = {}): Promise<Reached> {
    if (this.#at === null) throw new Error("open a page first");
    const form = findForm(this.#at);
    const body = new URLSearchParams({ ...form.fields, ...typed });
    return this.#follow(new URL(form.action, this.#at.url), { method: "POST", body });
  }

  async #follow(start: URL, first: { method: string; body?: URLSearchParams }): Promise<Reached> {
    let [url, request] = [start, first];
    for (let hops = 0; hops < 20; hops += 1) {
      const response = await fetch(url, { ...request, redirect: "manual", headers: this.#headers() });
      this.#remember(response);
      const location = response.headers.get("location");
      if (response.status < 300 || response.status >= 400 || location === null) {
        this.#at = { url, status: response.status, html: await response.text() };
        return this.#at;
      }
      url = new URL(location, url);
      if (response.status !== 307 && response.status !== 308) request = { method: "GET" };
    }
    throw new Error(`too many redirects from ${start.pathname}`);
  }

  #headers(): Record<string, string> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return { cookie, accept: "text/html", "sec-fetch-site": "same-origin" };
  }

  #remember(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split(";");
      const [name = "", value = ""] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
      if (value === "" || attributes.some((one) => /^\s*max-age=0$/i.test(one)))
        this.#cookies.delete(name.trim());
      else this.#cookies.set(name.trim(), value);
    }
  }
}

function findForm({ html, url }: Reached): Form {
  const form = /<form\b[^>]*method="post"[^>]*>[\s\S]*?<\/form>/i.exec(html)?.[0];
  if (form === undefined) throw new Error(`there is no form at ${url.pathname}`);
  const inputs = [...form.matchAll(/<input\b[^>]*>/gi)].map(([tag]) => tag);
  const fields = inputs
    .filter((tag) => attribute(tag, "type") === "hidden")
    .map((tag) => [attribute(tag, "name") ?? "", attribute(tag, "value") ?? ""] as const);
  return { action: attribute(form, "action") || url.toString(), fields: Object.fromEntries(fields) };
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\b${name}="([^"]*)"`, "i").exec(tag)?.[1];
  return value
    ?.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
