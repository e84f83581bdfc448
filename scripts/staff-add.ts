import { disconnect } from "@/db/connect";
import { addStaff } from "@/lib/access/add-staff";
import { env } from "@/lib/base/env";
import { orExit } from "@/lib/base/or-exit";

/** `npm run staff:add -- someone@example.com`: makes somebody a member of staff. */
orExit(() => env());
const added = await addStaff(process.argv[2] ?? "");
await disconnect();
if (!added.ok) {
  console.error(
    added.reason === "bad-address"
      ? "Give one email address: npm run staff:add -- someone@example.com"
      : "Auth0 did not answer as expected. Nothing is half done: run the command again in a moment.",
  );
  process.exit(1);
}
console.log(
  added.isNew
    ? `${added.mailbox} is a member of staff now.`
    : `${added.mailbox} was a member of staff already.`,
);
console.log(
  `They open ${env().APP_BASE_URL}, choose "Forgot password?" and set a password by the mail they get.`,
);
