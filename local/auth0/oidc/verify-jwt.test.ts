import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import type { Secrets } from "../store/load-secrets";
import { signJwt } from "./sign-jwt";
import { verifyJwt } from "./verify-jwt";

const claims = { iss: "http://localhost:3001/", sub: "portal@clients", aud: "api", exp: 1 };

/** A fresh RSA private key exports with every member of the JWK type. */
function newKey(): Secrets["signingKey"] {
  const jwk = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });
  return { ...jwk, kid: "k", alg: "RS256", use: "sig" } as Secrets["signingKey"];
}

const key = newKey();

test("what was signed is read back", () => {
  expect(verifyJwt(key, signJwt(key, claims))).toMatchObject({
    ok: true,
    claims: { ...claims, aud: ["api"] },
  });
});

test("a token of another key, or with other claims, is not genuine", () => {
  expect(verifyJwt(key, signJwt(newKey(), claims))).toEqual({ ok: false, reason: "bad-signature" });
  const [header, , signature] = signJwt(key, claims).split(".");
  const other = Buffer.from(JSON.stringify({ ...claims, sub: "admin" })).toString("base64url");
  expect(verifyJwt(key, `${header}.${other}.${signature}`)).toEqual({ ok: false, reason: "bad-signature" });
});

test("a token that names no algorithm, or another one, is malformed", () => {
  const [, payload, signature] = signJwt(key, claims).split(".");
  for (const alg of ["none", "HS256"]) {
    const header = Buffer.from(JSON.stringify({ alg })).toString("base64url");
    expect(verifyJwt(key, `${header}.${payload}.${signature}`)).toEqual({ ok: false, reason: "malformed" });
  }
});

test.each(["", "nonsense", "a.b.c", "a.b.c.d"])("%j is malformed", (token) =>
  expect(verifyJwt(key, token)).toEqual({ ok: false, reason: "malformed" }),
);
