/** The run folder in what a page kept for the serializer; null when it is not there. */
export function runFolderOf(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('runFolder' in state)) return null;
  return typeof state.runFolder === 'string' ? state.runFolder : null;
}
