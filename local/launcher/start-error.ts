/** Why the set-up can't start or go on, in words for the operator. */
export class StartError extends Error {
  override name = "StartError";
}
