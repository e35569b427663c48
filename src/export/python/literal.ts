/** A number as Python's float: always with a decimal point, at most six significant digits. */
export function float(value: number): string {
  const rounded = Number(value.toPrecision(6));
  return Number.isInteger(rounded) ? rounded.toFixed(1) : String(rounded);
}

export function floats(values: readonly number[]): string {
  return `(${values.map(float).join(', ')})`;
}

/** Comment lines under a hash each, wrapped at black's width. */
export function comments(lines: readonly string[]): string {
  return lines
    .flatMap((line) => wrapped(line, 86))
    .map((line) => `# ${line}\n`)
    .join('');
}

/** Breaks text at spaces into lines of at most `width` characters, where words allow. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.length - 1;
    if (last >= 0 && lines[last].length + 1 + word.length <= width) lines[last] += ` ${word}`;
    else lines.push(word);
  }
  return lines;
}
