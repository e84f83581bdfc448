import { generateKeyPairSync, randomBytes } from "node:crypto";
import { z } from "zod";
import type { Database } from "./connect";

const secretsSchema = z.object({
  /** RS256 key of ID tokens and Management API tokens, as a private JWK. */
  signingKey: z.object({
    kty: z.literal("RSA"),
    kid: z.string(),
    alg: z.literal("RS256"),
    use: z.literal("sig"),
    n: z.string(),
    e: z.string(),
    d: z.string(),
    p: z.string(),
    q: z.string(),
    dp: z.string(),
    dq: z.string(),
    qi: z.string(),
  }),
  /** Signs the cookies of the OpenID Connect engine. */
  cookieKey: z.string(),
  /** HMAC key of the hosted pages' forms and login states. */
  formKey: z.string(),
});

export type Secrets = z.infer<typeof secretsSchema>;

/**
 * Loads the tenant's keys, making random ones the first time, so that tokens and sessions outlive a restart.
 * Two starts at once agree on whichever was stored first.
 */
export async function loadSecrets(db: Database): Promise<Secrets> {
  await db`
    insert into kept (name, value) values ('secrets', ${db.json(createSecrets())})
    on conflict (name) do nothing`;
  const [row] = await db<{ value: unknown }[]>`select value from kept where name = 'secrets'`;
  return secretsSchema.parse(row?.value);
}

function createSecrets(): Secrets {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const kid = randomBytes(12).toString("base64url");
  return secretsSchema.parse({
    signingKey: { ...privateKey.export({ format: "jwk" }), kid, alg: "RS256", use: "sig" },
    cookieKey: randomBytes(32).toString("base64url"),
    formKey: randomBytes(32).toString("base64url"),
  });
}
