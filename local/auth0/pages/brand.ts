import { html } from "./html";

/** The application's mark and word, above every hosted page: a tenant wears the branding that it is given. */
export const brand = html`<svg aria-hidden="true" width="24" height="24" fill="none" viewBox="0 0 24 24">
<rect class="mark" height="24" rx="6" width="24"/>
<g stroke="#fff" stroke-linecap="round" stroke-width="2"><path d="M7.5 7v10M12 7v10M16.5 7v10" stroke-opacity="0.62"/><path d="M4.75 15.5 19.25 8.5"/></g>
</svg>Analystick`;
