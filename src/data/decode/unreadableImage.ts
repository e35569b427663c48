/** A picture that is skipped; the message is the reason, to be read after its name: "empty", "truncated: …". */
export class UnreadableImage extends Error {
  override readonly name = 'UnreadableImage';
}
