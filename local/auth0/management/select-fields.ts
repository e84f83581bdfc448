/**
 * Applies a reply's `fields` and `include_fields` parameters: only the named fields, or all but them.
 */
export function selectFields(
  shown: Record<string, unknown>,
  query: URLSearchParams,
): Record<string, unknown> {
  const fields = query.get("fields")?.split(",");
  if (!fields) return shown;
  const include = query.get("include_fields") !== "false";
  return Object.fromEntries(Object.entries(shown).filter(([key]) => fields.includes(key) === include));
}
