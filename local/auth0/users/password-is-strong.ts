export const MINIMUM_PASSWORD_LENGTH = 8;

/** The tenant's password policy: at least 8 characters, Auth0's default minimum. */
export function passwordIsStrong(password: string): boolean {
  return [...password].length >= MINIMUM_PASSWORD_LENGTH;
}
