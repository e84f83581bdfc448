/** The hosted pages' whole stylesheet, in the portal's colours and measures, light or dark as the reader prefers. */
export const styles = `
:root { color-scheme: light dark; --page: light-dark(#f7f7f4, #0e1112); --card: light-dark(#fff, #15191a);
  --text: light-dark(#191c1c, #eceeec); --quiet: light-dark(#5b605f, #a1a9a9); --border: light-dark(#e3e3dd, #2a3032);
  --line: light-dark(#8a8d87, #6f797b); --accent: light-dark(#0a6270, #58c3d4); --fill: light-dark(#0a6270, #14788a);
  --fill-strong: light-dark(#074b57, #106474); --bad: light-dark(#b02a22, #ff9086);
  --bad-back: light-dark(#fcebe9, #2d1817); --focus: light-dark(#0b7d90, #6fd3e2); }
* { box-sizing: border-box; }
body { max-width: 28rem; min-height: 100dvh; margin: 0 auto; padding: 24px 16px 40px; background: var(--page);
  color: var(--text); font: 14px/22px "Inter Variable", ui-sans-serif, system-ui, sans-serif; }
@media (min-width: 640px) { body { padding-top: 14vh; } }
header { display: flex; align-items: center; gap: 8px; margin-bottom: 20px; font-size: 16px; font-weight: 600;
  letter-spacing: -.025em; }
.mark { fill: var(--fill); }
main { padding: 20px; background: var(--card); border: 1px solid var(--border); border-radius: 12px; }
@media (min-width: 640px) { main { padding: 32px; } }
h1 { font-size: 20px; line-height: 28px; font-weight: 600; letter-spacing: -.012em; margin: 0 0 8px; text-wrap: balance; }
p { margin: 0 0 24px; color: var(--quiet); overflow-wrap: anywhere; text-wrap: pretty; }
main > :last-child, form > :last-child { margin-bottom: 0; }
label { display: block; font-weight: 500; margin-bottom: 6px; }
input:not([type=hidden]) { display: block; width: 100%; min-height: 40px; padding: 8px 12px; margin-bottom: 16px;
  font: inherit; color: inherit; background: transparent; border: 1px solid var(--line); border-radius: 6px; }
input[hidden] { display: none !important; }
input[aria-invalid=true] { border-color: var(--bad); }
/* Smaller letters would make phones zoom in on a field. */
@media (max-width: 639px) { input:not([type=hidden]) { min-height: 44px; font-size: 16px; } }
button, .button { display: block; width: 100%; min-height: 40px; padding: 8px 16px; margin-top: 24px; font: inherit;
  font-weight: 500; text-align: center; text-decoration: none; cursor: pointer; color: #fff; background: var(--fill);
  border: 1px solid transparent; border-radius: 6px; }
button:hover, .button:hover { background: var(--fill-strong); }
@media (max-width: 639px) { button, .button { min-height: 44px; padding: 10px 16px; } }
a:not(.button) { color: var(--accent); text-underline-offset: 2px; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.error { color: var(--bad); background: var(--bad-back); border-radius: 6px; padding: 9px 12px; margin-bottom: 20px; }
.hint { font-size: 13px; line-height: 20px; margin: -8px 0 16px; }
.after { margin: 16px 0 0; }
footer { margin-top: 16px; padding: 0 4px; font-size: 13px; line-height: 20px; color: var(--quiet); }
`;
