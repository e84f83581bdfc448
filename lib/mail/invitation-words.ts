import { writeMoment } from "./write-moment";

const roleMeanings = {
  viewer: "Your role is viewer: you can see and explore its analytics.",
  editor: "Your role is editor: you can explore its analytics, and keep charts and dashboards for everybody.",
  admin: "Your role is admin: you can see its analytics, bring in people and look after its seats.",
} as const;

const landings = {
  viewer: (tenant: string) => `You land in the analytics of ${tenant}.`,
  editor: (tenant: string) => `You land in the analytics of ${tenant}.`,
  admin: (tenant: string) => `You land on the people of ${tenant}, where you bring in others.`,
} as const;

/** The sentences of an invitation, said alike in HTML and in plain text. */
export type InvitationWords = ReturnType<typeof wordInvitation>;

/**
 * Finds the words of an invitation.
 * @param invitation names fit to show; `expiresAt` is written in UTC, for nobody knows the reader's clock
 */
export function wordInvitation(invitation: {
  personName: string;
  tenantName: string;
  inviterName: string;
  role: "viewer" | "editor" | "admin";
  expiresAt: Date;
  productName: string;
}) {
  const { personName, productName } = invitation;
  const tenant = invitation.tenantName || "your organisation";
  const inviter = invitation.inviterName || tenant;
  // The first admin of a tenant is invited by the product itself, which would be named twice in one sentence.
  const isFromUs = inviter === productName;
  const end = writeMoment(invitation.expiresAt);
  return {
    subject: isFromUs
      ? `You are invited to ${tenant} on ${productName}`
      : `${inviter} invited you to ${tenant} on ${productName}`,
    title: `You are invited to ${tenant}`,
    greeting: personName === "" ? "Hello," : `Hello ${personName},`,
    offer: isFromUs
      ? `A seat in ${tenant} on ${productName} is waiting for you.`
      : `${inviter} invites you to take a seat in ${tenant} on ${productName}.`,
    roleMeans: roleMeanings[invitation.role],
    action: "Open your invitation",
    stepsTitle: "What happens next",
    steps: [
      "Confirm that this is your email address.",
      "Choose a password, unless you already have one here.",
      `Sign in. ${landings[invitation.role](tenant)}`,
    ],
    expiry: `The link works until ${end}.`,
    personal:
      "It is yours alone: whoever opens it could take your place, so please don't forward this letter.",
    unexpected: `Didn't expect this? Then do nothing: the invitation runs out by itself. If you know ${tenant}, you can ask ${inviter === tenant ? "them" : inviter} about it.`,
  };
}
