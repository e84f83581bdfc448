import type { TenantConfig } from "../read-config";

/** The button that opens the application, where nothing is left to do here. */
export function goToApplication({ app }: TenantConfig): { label: string; href: string } {
  return { label: `Go to ${app.name}`, href: app.baseUrl };
}
