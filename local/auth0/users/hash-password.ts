import { randomBytes, scrypt } from "node:crypto";

/** Hashes a password with scrypt and a fresh salt, as `salt.hash` in base64url. */
export function hashPassword(password: string, salt = randomBytes(16)): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, 32, (error, key) =>
      error ? reject(error) : resolve(`${salt.toString("base64url")}.${key.toString("base64url")}`),
    );
  });
}
