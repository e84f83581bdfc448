/** Opens a ticket for the mailbox, as the person's browser does. Answers the page's title. */
export async function openTicket(url: string): Promise<string> {
  return titleOf(await (await fetch(url)).text());
}

/** Chooses a password on the page behind a ticket, as the person does. Answers the title of the page that follows. */
export async function choosePassword(url: string, password: string): Promise<string> {
  const page = await fetch(url);
  const html = await page.text();
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const fields = Object.fromEntries(hidden.map(([, name = "", value = ""]) => [name, value]));
  const reply = await fetch(new URL(url), {
    method: "POST",
    headers: {
      cookie: page.headers
        .getSetCookie()
        .map((line) => line.split(";")[0])
        .join("; "),
    },
    body: new URLSearchParams({ ...fields, "password-reset": password, "re-enter-password": password }),
  });
  return titleOf(await reply.text());
}

function titleOf(html: string): string {
  return /<h1[^>]*>([^<]*)/.exec(html)?.[1] ?? "";
}
