/** The data cannot be used as it is. The message says what was found and what to do; it is meant for people and may have several lines. */
export class DataError extends Error {
  override readonly name = 'DataError';
}
