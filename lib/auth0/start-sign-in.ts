import { signInClient } from "./sign-in-client";

/**
 * Sends the browser to Auth0's sign-in page with the address filled in, whoever is signed in there at present.
 * The address goes into Auth0's URL, never into one of ours.
 * @param returnTo a path of ours to land on
 */
export async function startSignIn({
  mailbox,
  returnTo,
}: {
  mailbox: string;
  returnTo: string;
}): Promise<Response> {
  const redirect = await signInClient().startInteractiveLogin({
    returnTo,
    authorizationParameters: { login_hint: mailbox, prompt: "login" },
  });
  // The SDK answers 307, which would post the form on to Auth0.
  return new Response(null, { status: 303, headers: redirect.headers });
}
