/** Text that is safe to put into a page as it is. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | Markup | undefined;

/** A template whose interpolated strings are escaped; other Markup goes in as it is, undefined as nothing. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.map((string, index) => string + render(parts[index])).join(""));
}

function render(part: Part): string {
  if (part instanceof Markup) return part.text;
  return (part ?? "").replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
