/** Collects the values of a question; each is bound, none becomes part of the SQL. */
export class Params {
  readonly values: string[] = [];

  /** The place of a value, which is bound as text and cast to a type. */
  bind(value: string, type: string): string {
    this.values.push(value);
    return `CAST(CAST($${this.values.length} AS VARCHAR) AS ${type})`;
  }
}
