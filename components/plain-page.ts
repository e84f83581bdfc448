export type PlainPageProps = {
  title: string;
  /** What happened, and what to do now; plain text. */
  text: string;
  /** Names the request for support. */
  requestId?: string | undefined;
};

/**
 * A whole page as text, for answers that are given before any page is drawn. It looks like a CenteredPage and needs
 * no script; its style sheet is `public/plain.css`.
 */
export function plainPage({ title, text, requestId }: PlainPageProps): string {
  const footer = requestId === undefined ? "" : `<p class="small">Request ${asText(requestId)}</p>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${asText(title)} · Analystick</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/plain.css">
</head>
<body>
<header><img alt="" height="24" src="/icon.svg" width="24">Analystick</header>
<main>
<div class="card"><h1>${asText(title)}</h1><p>${asText(text)}</p><a href="/">Go to the start page</a></div>
${footer}
</main>
</body>
</html>
`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function asText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
