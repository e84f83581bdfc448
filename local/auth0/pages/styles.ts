/** The hosted pages' whole stylesheet: a quiet card in the middle, light or dark as the reader prefers. */
export const styles = `
:root { color-scheme: light dark; --page: #f4f5f7; --card: #fff; --text: #16181d; --quiet: #5b6270; --line: #8b93a1;
  --accent: #2f5bd7; --on-accent: #fff; --bad: #b3261e; --bad-back: #fdecea; }
@media (prefers-color-scheme: dark) {
  :root { --page: #101216; --card: #191c22; --text: #eceef2; --quiet: #a5adba; --line: #6c7482;
    --accent: #8fb0ff; --on-accent: #10131a; --bad: #ffb4ab; --bad-back: #3a1b1a; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; align-items: center;
  justify-content: center; gap: 16px; padding: 24px 16px; background: var(--page); color: var(--text);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { width: 100%; max-width: 400px; background: var(--card); border-radius: 12px; padding: 32px;
  box-shadow: 0 1px 2px rgb(0 0 0 / .08), 0 8px 24px rgb(0 0 0 / .08); }
@media (max-width: 420px) { main { padding: 24px 20px; } }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 8px; text-wrap: balance; }
p { margin: 0 0 16px; color: var(--quiet); overflow-wrap: anywhere; }
main > *:last-child, form > *:last-child { margin-bottom: 0; }
form { margin-top: 24px; }
label { display: block; font-size: 14px; font-weight: 600; margin-bottom: 4px; }
input:not([type=hidden]) { display: block; width: 100%; min-height: 44px; padding: 8px 12px; margin-bottom: 16px; font: inherit;
  color: inherit; background: transparent; border: 1px solid var(--line); border-radius: 8px; }
input[hidden] { display: none !important; }
input[aria-invalid=true] { border-color: var(--bad); }
button, .button { display: block; width: 100%; min-height: 44px; padding: 9px 16px; font: inherit; font-weight: 600;
  text-align: center; text-decoration: none; cursor: pointer; color: var(--on-accent); background: var(--accent);
  border: 1px solid transparent; border-radius: 8px; margin: 8px 0 16px; }
a { color: var(--accent); } a.button { color: var(--on-accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.error { color: var(--bad); background: var(--bad-back); border-radius: 8px; padding: 10px 12px; font-size: 14px; }
.hint { font-size: 14px; margin-top: -8px; }
.after { margin: 16px 0 0; font-size: 14px; }
footer { font-size: 13px; color: var(--quiet); text-align: center; }
`;
