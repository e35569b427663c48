/** The text with `{0}`, `{1}` … replaced; what is filled in is taken as it is, whatever it contains. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (placeholder, index: string) => String(values[Number(index)] ?? placeholder));
}
