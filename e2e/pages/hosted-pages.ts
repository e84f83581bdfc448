import { setTimeout as sleep } from "node:timers/promises";
import { expect, type Page } from "@playwright/test";
import { loginStyle } from "../fixtures/services";

/** Auth0's own pages, as somebody sees them on the way in. */
export class HostedPages {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get password() {
    return this.#page.getByLabel("Password", { exact: true });
  }

  get address() {
    return this.#page.getByLabel("Email address");
  }

  get goOn() {
    return this.#page.getByRole("button", { name: "Continue" });
  }

  get back() {
    return this.#page.getByRole("link", { name: "Back to Analystick" });
  }

  get resetPassword() {
    return this.#page.getByRole("button", { name: "Reset password" });
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.address.fill(email);
    await this.password.fill(password);
    await this.goOn.click();
  }

  /** Signs in where the portal has filled in the address. */
  async signInAs(person: { email: string; password: string }): Promise<void> {
    await expect(this.address).toHaveValue(person.email);
    await this.password.fill(person.password);
    await this.goOn.click();
  }

  async forgetPassword(email: string): Promise<void> {
    await this.#page.getByRole("link", { name: "Forgot password?" }).click();
    await this.address.fill(email);
    await this.goOn.click();
    await expect(this.#page.getByRole("heading", { name: "Check Your Email" })).toBeVisible();
  }

  /** Fills in the form for a new password without sending it. */
  async typePassword(password: string): Promise<void> {
    await this.#page.getByLabel("New password", { exact: true }).fill(password);
    await this.#page.getByLabel("Re-enter new password").fill(password);
  }

  async choosePassword(password: string): Promise<void> {
    await this.typePassword(password);
    await this.resetPassword.click();
    if (loginStyle === "universal")
      await expect(this.#page.getByRole("heading", { name: "Password Changed!" })).toBeVisible();
    // A sign-in of the same second would not count. Nobody types the next form within it.
    await sleep(1_000);
  }

  /** Auth0 has verified the mailbox; the person is still there in Universal Login. */
  async verified(): Promise<void> {
    if (loginStyle === "classic") return;
    await expect(this.#page.getByRole("heading", { name: "Email Verified" })).toBeVisible();
  }

  /** Leaves Auth0 after a ticket: by its button in Universal Login; classic login leads back by itself. */
  async returnFrom(title: "Email Verified" | "Password Changed!"): Promise<void> {
    if (loginStyle === "classic") return;
    await expect(this.#page.getByRole("heading", { name: title })).toBeVisible();
    await this.back.click();
  }
}
