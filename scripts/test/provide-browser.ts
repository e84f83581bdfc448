import { findBrowser } from "./find-browser";
import { installBrowser } from "./install-browser";

export type ProvidedBrowser =
  | { ok: true; path: string | undefined }
  | { ok: false; reason: "none"; message: string };

/**
 * Finds a browser, installing one when there is none.
 *
 * @param log file for the installer's output
 */
export async function provideBrowser(log: string): Promise<ProvidedBrowser> {
  const found = findBrowser();
  if (found.ok) return found;
  await installBrowser(log);
  const installed = findBrowser();
  if (installed.ok) return installed;
  const message = `There is no browser, and none could be installed (see ${log}). Install Chromium or Chrome, or set PLAYWRIGHT_CHROMIUM to the path of one.`;
  return { ok: false, reason: "none", message };
}
