/** Where a property is: names of properties and positions in arrays, from the outermost. */
export type Path = readonly (string | number)[];

/** One path for each property anywhere in a JSON value. The elements of an array count as one: the first that has a property stands for all. */
export function propertyPaths(value: unknown): Path[] {
  const found = new Map<string, Path>();
  const visit = (node: unknown, path: Path): void => {
    if (Array.isArray(node)) node.forEach((element, index) => visit(element, [...path, index]));
    else if (typeof node === 'object' && node !== null) {
      for (const [name, inner] of Object.entries(node)) {
        const innerPath = [...path, name];
        const key = innerPath.map((step) => (typeof step === 'number' ? '*' : step)).join('/');
        if (!found.has(key)) found.set(key, innerPath);
        visit(inner, innerPath);
      }
    }
  };
  visit(value, []);
  return [...found.values()];
}

/** A copy of `value` in which `change` was made to the object that has the property at `path`. */
export function changedAt<T>(value: T, path: Path, change: (parent: Record<string, unknown>, name: string) => void): T {
  const copy = structuredClone(value);
  const parent = path.slice(0, -1).reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], copy);
  change(parent as Record<string, unknown>, String(path.at(-1)));
  return copy;
}
