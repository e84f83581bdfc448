import { expect, type Page } from "@playwright/test";
import type { Person } from "../fixtures/people";
import { HostedPages } from "./hosted-pages";

/** The pages that the link in a letter leads through. */
export class InvitationPages {
  readonly #page: Page;
  readonly hosted: HostedPages;

  constructor(page: Page) {
    this.#page = page;
    this.hosted = new HostedPages(page);
  }

  button(name: "Continue" | "Confirm my address" | "Choose my password" | "Sign in") {
    return this.#page.getByRole("button", { name, exact: true });
  }

  get title() {
    return this.#page.getByRole("heading", { level: 1 });
  }

  /** From the letter to Auth0 and back: the mailbox is verified, the password is next. */
  async confirmAddress(link: string): Promise<void> {
    await this.#page.goto(link);
    await this.button("Continue").click();
    await this.hosted.returnFrom("Email Verified");
    await expect(this.title).toHaveText("Choose a password");
  }

  async choosePassword(person: Person): Promise<void> {
    await this.button("Choose my password").click();
    await this.hosted.typePassword(person.password);
    await this.hosted.resetPassword.click();
    await this.hosted.returnFrom("Password Changed!");
    await expect(this.title).toHaveText("Sign in");
  }

  /** The whole way in, step by step as the pages say, to the person's front page. */
  async walkIn(person: Person, link: string): Promise<void> {
    await this.confirmAddress(link);
    await this.choosePassword(person);
    await this.button("Sign in").click();
    await this.hosted.signInAs(person);
    await this.#page.waitForURL(/\/t\/[^/]+\/(people|analytics)$/);
  }
}
