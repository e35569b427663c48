/** White space before the first character of the line that holds `offset`. */
export function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[^\S\n]*/.exec(text.slice(start, Math.max(start, offset)))![0];
}

/** Columns from the start of the line to `offset`. */
export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** What one level of indentation is in a text, by its first indented line. */
export function indentUnit(text: string, otherwise: string): string {
  const first = /^(\t|[ ]{2,8})\S/m.exec(text)?.[1];
  return first ?? otherwise;
}

/** All lines but the first moved right. */
export function hanging(text: string, indent: string): string {
  return text.replace(/\n(?=[^\n])/g, `\n${indent}`);
}
