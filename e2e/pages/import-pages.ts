import { expect, type Page } from "@playwright/test";

/** Where an admin brings in people, and where they watch it. */
export class ImportPages {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get preview() {
    return this.#page.getByRole("button", { name: "Preview" });
  }

  /** The button that admits, such as "Invite 8 people". */
  get confirm() {
    return this.#page.getByRole("button", { name: /^(Invite [\d,]+ (person|people)|Keep as a record)$/ });
  }

  /** Where a list is pasted. */
  get pasted() {
    return this.#page.getByLabel("Or paste addresses");
  }

  get progress() {
    return this.#page.getByRole("progressbar");
  }

  get rows() {
    return this.#page.getByRole("table").getByRole("row");
  }

  row(text: string) {
    return this.rows.filter({ hasText: text });
  }

  /** The number beside a word such as "Seats needed" or "Invited". */
  stat(label: string) {
    const term = this.#page.getByRole("term").filter({ hasText: new RegExp(`^${label}$`) });
    return this.#page.locator("dl > div").filter({ has: term }).getByRole("definition").first();
  }

  async open(slug: string): Promise<void> {
    await this.#page.goto(`/t/${slug}/imports/new`);
  }

  async paste(slug: string, list: string): Promise<void> {
    await this.open(slug);
    await this.pasted.fill(list);
    await this.preview.click();
  }

  async upload(slug: string, name: string, bytes: Buffer | string): Promise<void> {
    await this.open(slug);
    const file = { name, mimeType: "text/csv", buffer: Buffer.from(bytes) };
    await this.#page.getByLabel("CSV file").setInputFiles(file);
    await this.preview.click();
  }

  async admit(): Promise<void> {
    await this.confirm.click();
    await this.#page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  }

  /** Waits until every row has found its end. */
  async finish(): Promise<void> {
    await expect(this.#page.getByText("Done", { exact: true })).toBeVisible({ timeout: 60_000 });
  }

  async bringIn(slug: string, list: string): Promise<void> {
    await this.paste(slug, list);
    await this.admit();
    await this.finish();
  }
}
