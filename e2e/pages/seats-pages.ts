import { expect, type Page } from "@playwright/test";

/** Where an admin asks for seats, and where the staff answer. */
export class SeatsPages {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(slug: string): Promise<void> {
    await this.#page.goto(`/t/${slug}/seats`);
    await expect(this.#page.getByRole("heading", { name: "Seats", level: 1 })).toBeVisible();
  }

  get send() {
    return this.#page.getByRole("button", { name: "Send request" });
  }

  async ask(slug: string, seats: string, reason: string): Promise<void> {
    await this.open(slug);
    await this.#page.getByLabel("How many more").fill(seats);
    await this.#page.getByLabel("What for").fill(reason);
    await this.send.click();
  }

  get banner() {
    return this.#page.getByRole("main").getByRole("link", { name: "Request more seats" });
  }

  /** The staff's card about one tenant's request. */
  request(tenantName: string) {
    return this.#page.getByRole("region", { name: tenantName });
  }

  async answer(tenantName: string, decision: "Approve" | "Decline", word: string): Promise<void> {
    await this.#page.goto("/staff/requests");
    const card = this.request(tenantName);
    await card.getByLabel("A word to").fill(word);
    await card.getByRole("button", { name: decision }).click();
  }
}
