export interface CookieNames {
  session: string;
  interaction: string;
  resume: string;
  form: string;
  login(state: string): string;
}

/**
 * The tenant's cookie names. Browsers share cookies between all ports of localhost, so the port is part of each:
 * neither the portal nor a second tenant ever mistakes them for its own.
 */
export function cookieNames(port: number): CookieNames {
  const prefix = `local_auth0_${port}`;
  return {
    session: `${prefix}_session`,
    interaction: `${prefix}_interaction`,
    resume: `${prefix}_resume`,
    form: `${prefix}_form`,
    login: (state) => `${prefix}_login_${state}`,
  };
}
