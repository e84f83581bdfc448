/** Bytes. The sign-in kit keeps the page in a cookie, and takes none above 2,048 for what browsers keep of one. */
const LONGEST = 2_000;

/**
 * The page that a sign-in leads back to. Its query comes along, since questions, filters and pages of a list are
 * addresses here; but not with an email address in it, which no form of ours writes there (people are searched by
 * address through a cookie), and not when all of it is too long.
 * @param asked path and query of a request; whether it stays with us is judged on the way back (`ownPath`)
 */
export function pageToComeBackTo(asked: string): string {
  const [path = "/"] = asked.split("?");
  const isFit = asked.length <= LONGEST && !/@|%40/.test(asked);
  return isFit ? asked : path;
}
