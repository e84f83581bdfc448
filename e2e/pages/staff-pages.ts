import { expect, type Page } from "@playwright/test";
import type { Company, Person } from "../fixtures/people";

type NewTenant = Company & { seats: number; admin: Pick<Person, "name" | "email"> };

/** What Analystick's staff see. */
export class StaffPages {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async fillInTenant({ name, slug, seats, admin }: NewTenant): Promise<void> {
    await this.#page.goto("/staff/tenants/new");
    await this.#page.getByLabel("Organisation").fill(name);
    await this.#page.getByLabel("Short name").fill(slug);
    await this.#page.getByLabel("Seats purchased").fill(String(seats));
    await this.#page.getByLabel("First admin's name").fill(admin.name);
    await this.#page.getByLabel("First admin's email address").fill(admin.email);
  }

  get create() {
    return this.#page.getByRole("button", { name: "Create tenant" });
  }

  async createTenant(tenant: NewTenant): Promise<void> {
    await this.fillInTenant(tenant);
    await this.create.click();
    await this.#page.waitForURL(`/staff/tenants/${tenant.slug}`);
  }

  async changeSeats(slug: string, seats: number): Promise<void> {
    await this.#page.goto(`/staff/tenants/${slug}`);
    await this.#page.getByLabel("Seats purchased").fill(String(seats));
    await this.#page.getByRole("button", { name: "Save" }).click();
  }

  /** A number over all tenants, such as "Free". */
  total(label: string) {
    const term = this.#page.getByRole("term").filter({ hasText: new RegExp(`^${label}$`) });
    return this.#page.locator("dl > div").filter({ has: term }).getByRole("definition").first();
  }

  /** On a tenant's page: one more admin. */
  async inviteAdmin({ name, email }: Pick<Person, "name" | "email">): Promise<void> {
    await this.#page.getByLabel("Name", { exact: true }).fill(name);
    await this.#page.getByLabel("Email address").fill(email);
    await this.#page.getByRole("button", { name: "Invite admin" }).click();
    await expect(this.#page.getByText(`A letter is on its way to ${email}`).first()).toBeVisible();
  }

  /** On a tenant's page: one of its admins. */
  admin(name: string) {
    return this.#page.getByRole("table").locator("tbody").getByRole("row").filter({ hasText: name });
  }

  async revokeAdmin(name: string): Promise<void> {
    const dialog = this.#page.getByRole("alertdialog");
    await this.admin(name).getByRole("button", { name: "Revoke" }).click();
    await dialog.getByRole("button", { name: "Revoke" }).click();
    await expect(dialog).toBeHidden();
  }

  async suspend(slug: string, word: "Suspend" | "Resume" = "Suspend"): Promise<void> {
    await this.#page.goto(`/staff/tenants/${slug}`);
    await this.#page.getByRole("button", { name: word }).click();
    await this.#page.getByRole("alertdialog").getByRole("button", { name: word }).click();
    await expect(this.#page.getByRole("alertdialog")).toBeHidden();
  }
}
