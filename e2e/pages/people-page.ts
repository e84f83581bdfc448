import { expect, type Page } from "@playwright/test";

/** An admin's list of the people who hold a seat, and the meter above it. */
export class PeoplePage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(slug: string): Promise<void> {
    await this.#page.goto(`/t/${slug}/people`);
    await expect(this.#page.getByRole("heading", { name: "People", level: 1 })).toBeVisible();
  }

  get meter() {
    return this.#page.getByRole("meter", { name: "Seats" });
  }

  async expectSeats(seats: {
    used: number;
    reserved: number;
    free: number;
    purchased: number;
  }): Promise<void> {
    const { used, reserved, free, purchased } = seats;
    const sentence = `${used + reserved} of ${purchased}: ${used} used, ${reserved} reserved, ${free} free`;
    await expect(this.meter).toHaveAttribute("aria-valuetext", sentence);
  }

  get rows() {
    return this.#page.getByRole("table").locator("tbody").getByRole("row");
  }

  row(text: string) {
    return this.rows.filter({ hasText: text });
  }

  async choose(
    name: string,
    action: "Send a new letter" | "Remove" | "Revoke invitation" | "Restore",
  ): Promise<void> {
    const menu = this.#page.getByRole("button", { name: `Actions for ${name}` });
    // News of the person may draw their row anew, and close its menu under the pointer: then it is opened again.
    await expect(async () => {
      await menu.click();
      await this.#page.getByRole("menuitem", { name: action }).click({ timeout: 3_000 });
    }).toPass({ timeout: 30_000 });
  }

  get dialog() {
    return this.#page.getByRole("alertdialog");
  }

  async resend(name: string): Promise<void> {
    await this.choose(name, "Send a new letter");
    await expect(this.#page.getByText("A new letter is on its way", { exact: false }).first()).toBeVisible();
  }

  async revoke(name: string): Promise<void> {
    await this.choose(name, "Revoke invitation");
    await this.dialog.getByRole("button", { name: "Revoke" }).click();
    await expect(this.dialog).toBeHidden();
  }

  async remove(name: string): Promise<void> {
    await this.choose(name, "Remove");
    await this.dialog.getByRole("button", { name: "Remove" }).click();
    await expect(this.dialog).toBeHidden();
  }

  /** Searches by the beginning of a name or address, as the search box does. */
  async find(text: string): Promise<void> {
    await this.#page.getByRole("searchbox").fill(text);
    await this.#page.getByRole("button", { name: "Search" }).click();
  }

  /** Opens one person's own page. */
  async openPerson(name: string): Promise<void> {
    await this.rows.getByRole("link", { name }).click();
    await expect(this.#page.getByRole("heading", { name, level: 1 })).toBeVisible();
  }

  /** What happened to the person on view, newest first. */
  get timeline() {
    return this.#page.getByRole("list", { name: "What happened" }).getByRole("listitem");
  }
}
