import type Provider from "oidc-provider";

/**
 * Answers a failed code exchange as Auth0 does: 403 instead of RFC 6749's 400, in Auth0's sentences.
 */
export function wordTokenErrors(provider: Provider): void {
  const causes = new WeakMap<object, Error>();
  provider.on("grant.error", (ctx, error) => causes.set(ctx, error));
  provider.use(async (ctx, next) => {
    await next();
    const cause = causes.get(ctx);
    if (cause?.message !== "invalid_grant") return;
    ctx.status = 403;
    ctx.body = { error: "invalid_grant", error_description: sentence(cause) };
  });
}

function sentence(error: Error): string {
  const detail =
    error.cause instanceof Error
      ? error.cause.message
      : "error_detail" in error
        ? String(error.error_detail)
        : "";
  if (detail.includes("code_verifier")) return "Failed to verify code verifier";
  if (detail.includes("redirect_uri"))
    return "The redirect URI is wrong. You sent one that does not match the one of the authorization request.";
  return "Invalid authorization code";
}
