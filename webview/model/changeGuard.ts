/** Tells whether any of the parts is another object than the last time; parts of the state are replaced, never changed in place. */
export function createChangeGuard(): (parts: readonly unknown[]) => boolean {
  let last: readonly unknown[] | null = null;
  return (parts) => {
    const isSame =
      last !== null && last.length === parts.length && parts.every((part, index) => part === last?.[index]);
    last = parts;
    return !isSame;
  };
}
