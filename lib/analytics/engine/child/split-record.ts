/** Cuts a text into records of values, by the rules of CSV: quoted values may hold delimiters, line ends and doubled quotes; spaces around them are nothing. */
export function* splitRecords(text: string, delimiter: string): Generator<string[]> {
  let [values, value, isQuoted, isOpen, isEmpty] = [[] as string[], "", false, false, true];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (isOpen) {
      if (sign !== '"') value += sign;
      else if (text[at + 1] === '"') {
        value += '"';
        at += 1;
      } else isOpen = false;
    } else if (sign === '"' && (value === "" || value === " ") && !isQuoted)
      [value, isOpen, isQuoted, isEmpty] = ["", true, true, false];
    else if (sign === " " && isQuoted) continue;
    else if (sign === delimiter) [values, value, isQuoted, isEmpty] = [[...values, value], "", false, false];
    else if (sign === "\n") {
      if (!isEmpty) yield [...values, value];
      [values, value, isQuoted, isEmpty] = [[], "", false, true];
    } else [value, isEmpty] = [value + sign, false];
  }
  if (!isEmpty && !isOpen) yield [...values, value];
}
