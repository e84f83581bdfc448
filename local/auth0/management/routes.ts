import type { Route } from "../server/call";
import { createImport } from "./create-import";
import { createTicket } from "./create-ticket";
import { createUser } from "./create-user";
import { getJob } from "./get-job";
import { getJobErrors } from "./get-job-errors";
import { getUser } from "./get-user";
import { listUsers } from "./list-users";
import { managementRoute } from "./management-route";
import { patchUser } from "./patch-user";
import { removeUser } from "./remove-user";
import { passwordTicketShape, verificationTicketShape } from "./ticket-fields";
import { usersByEmail } from "./users-by-email";

const readJobs = ["create:users", "read:users"];

/** The part of Auth0's Management API v2 that the portal's five scopes reach. */
export const managementRoutes: readonly Route[] = [
  managementRoute({
    method: "POST",
    path: "/jobs/users-imports",
    scopes: ["create:users"],
    group: "others",
    answer: createImport,
  }),
  managementRoute({ method: "GET", path: "/jobs/{id}", scopes: readJobs, group: "others", answer: getJob }),
  managementRoute({
    method: "GET",
    path: "/jobs/{id}/errors",
    scopes: readJobs,
    group: "others",
    answer: getJobErrors,
  }),
  managementRoute({
    method: "POST",
    path: "/tickets/email-verification",
    scopes: ["create:user_tickets"],
    group: "others",
    answer: createTicket("email-verification", verificationTicketShape),
  }),
  managementRoute({
    method: "POST",
    path: "/tickets/password-change",
    scopes: ["create:user_tickets"],
    group: "others",
    answer: createTicket("password-change", passwordTicketShape),
  }),
  managementRoute({
    method: "POST",
    path: "/users",
    scopes: ["create:users"],
    group: "users-write",
    answer: createUser,
  }),
  managementRoute({
    method: "GET",
    path: "/users",
    scopes: ["read:users"],
    group: "users-read",
    answer: listUsers,
  }),
  managementRoute({
    method: "GET",
    path: "/users-by-email",
    scopes: ["read:users"],
    group: "users-read",
    answer: usersByEmail,
  }),
  managementRoute({
    method: "GET",
    path: "/users/{id}",
    scopes: ["read:users"],
    group: "users-read",
    answer: getUser,
  }),
  managementRoute({
    method: "PATCH",
    path: "/users/{id}",
    scopes: ["update:users", "update:users_app_metadata"],
    group: "users-write",
    answer: patchUser,
  }),
  managementRoute({
    method: "DELETE",
    path: "/users/{id}",
    scopes: ["delete:users"],
    group: "users-delete",
    answer: removeUser,
  }),
];
