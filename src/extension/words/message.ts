/** A sentence for people, or a part of one: English with {0}, {1} … for its values, so that the editor can translate it. */
export interface Message {
  readonly text: string;
  readonly values: readonly (string | number | Message)[];
}

export function message(text: string, ...values: Message['values']): Message {
  return { text, values };
}

/** The sentence as it stands in the source. */
export function english({ text, values }: Message): string {
  const words = values.map((value) => (typeof value === 'object' ? english(value) : String(value)));
  return text.replace(/\{(\d+)\}/g, (_, index: string) => words[Number(index)]);
}
