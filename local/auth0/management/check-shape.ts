export interface Field {
  type: "string" | "boolean" | "integer" | "object" | "array";
  required?: boolean;
  nullable?: boolean;
  format?: "email" | "uri";
  pattern?: RegExp;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  /** Keys that an object must not have. */
  forbidden?: ReadonlySet<string>;
}

export type Shape = Readonly<Record<string, Field>>;

export interface ShapeProblem {
  code: string;
  message: string;
  /** The field, absent if the problem is the whole object's. */
  path?: string;
}

const formats: Record<"email" | "uri", RegExp> = {
  email: /^[^\s@<>(),;:"\\[\]]+@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i,
  uri: /^[a-z][a-z0-9+.-]*:\/\/\S+$/i,
};

/**
 * Checks an object against a list of fields; other fields are not allowed. Pure. Codes and sentences are those of
 * z-schema, the JSON Schema validator whose words Auth0's errors show, and of Auth0's own list where that has another
 * word ("Bulk User Imports", error codes).
 */
export function checkShape(shape: Shape, value: unknown): ShapeProblem[] {
  const type = typeOf(value);
  if (type !== "object" || !isRecord(value))
    return [{ code: "INVALID_TYPE", message: `Expected type object but found type ${type}` }];
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(shape, key));
  const problems: ShapeProblem[] = unknown.map((key) => ({
    code: "OBJECT_ADDITIONAL_PROPERTIES",
    message: `Additional properties not allowed: ${key}`,
  }));
  for (const [path, field] of Object.entries(shape)) {
    const problem = value[path] === undefined ? missing(field, path) : checkField(field, value[path], path);
    if (problem) problems.push(problem);
  }
  return problems;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function missing({ required }: Field, path: string): ShapeProblem | undefined {
  return required ? { code: "OBJECT_REQUIRED", message: `Missing required property: ${path}` } : undefined;
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

function checkField(field: Field, value: unknown, path: string): ShapeProblem | undefined {
  const type = typeOf(value);
  if (value === null && field.nullable) return undefined;
  if (type !== field.type)
    return { code: "INVALID_TYPE", message: `Expected type ${field.type} but found type ${type}`, path };
  if (typeof value === "string") return checkString(field, value, path);
  if (typeof value === "number" && field.minimum !== undefined && value < field.minimum)
    return { code: "MINIMUM", message: `Value ${value} is less than minimum ${field.minimum}`, path };
  if (isRecord(value) && Object.keys(value).some((key) => field.forbidden?.has(key)))
    return { code: "NOT_PASSED", message: 'Data matches schema from "not"', path };
  return undefined;
}

function checkString(field: Field, value: string, path: string): ShapeProblem | undefined {
  const { format, pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = field;
  if (value.length < minLength) {
    const message = `String is too short (${value.length} chars), minimum ${minLength}`;
    return { code: "MIN_LENGTH", message, path };
  }
  if (value.length > maxLength) {
    const message = `String is too long (${value.length} chars), maximum ${maxLength}`;
    return { code: "MAX_LENGTH", message, path };
  }
  if (format && !formats[format].test(value)) {
    const message = `Object didn't pass validation for format ${format}: ${value}`;
    return { code: "INVALID_FORMAT", message, path };
  }
  if (pattern && !pattern.test(value))
    return { code: "PATTERN", message: `String does not match pattern ${pattern.source}`, path };
  return undefined;
}
