import { inPlatform } from "@/db/in-platform";
import { findInvitationByHash, type InvitationFile } from "@/db/invitations";
import { mintPlatformScope } from "@/db/mint-scope";
import type { PlatformScope } from "@/db/scope";
import { noteCaller } from "@/lib/base/request-context";
import { hashInvitationToken } from "./invitation-token";

export type { InvitationFile };

/** Somebody who holds a letter: may walk that invitation's steps and nothing else. */
export type LinkHolder = {
  scope: PlatformScope;
  /** For what a step finds out of the whole identity: it stands in the logs of other tenants too, under no person. */
  findings: PlatformScope;
  file: InvitationFile;
};

const tokenForm = /^[A-Za-z0-9_-]{43}$/;
const reader = mintPlatformScope({ kind: "job", name: "read-link" });
const findings = mintPlatformScope({ kind: "job", name: "import-again" });

/** Finds the invitation of a token from a link or a cookie. Changes nothing. Null for anything else. */
export async function enterByLink(token: string): Promise<LinkHolder | null> {
  if (!tokenForm.test(token)) return null;
  const file = await inPlatform(reader, (tx) => findInvitationByHash(tx, hashInvitationToken(token)));
  if (file === null) return null;
  noteCaller({ tenantId: file.tenant.id });
  return { scope: mintPlatformScope({ kind: "link", invitationId: file.invitation.id }), findings, file };
}
