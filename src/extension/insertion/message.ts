/** A sentence for people: English with {0}, {1} … for its values, so that the editor can translate it. */
export interface Message {
  readonly text: string;
  readonly values: readonly (string | number)[];
}

export function message(text: string, ...values: readonly (string | number)[]): Message {
  return { text, values };
}

/** The sentence as it stands in the source. */
export function english({ text, values }: Message): string {
  return text.replace(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)]));
}
