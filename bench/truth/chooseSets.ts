/** The named ones, comma-separated and in their own order; all without a list. Throws an Error that lists the known names. */
export function chooseSets<Named extends { readonly name: string }>(sets: readonly Named[], list?: string): Named[] {
  if (list === undefined) return [...sets];
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !sets.some((set) => set.name === name));
  if (unknown !== undefined) {
    throw new Error(`There is no set named "${unknown}". Known: ${sets.map(({ name }) => name).join(', ')}.`);
  }
  return sets.filter(({ name }) => names.includes(name));
}
