import { join } from 'node:path';

/** The path to hand to `fs`: text where the name is valid UTF-8, the very bytes elsewhere. */
export function openablePath(
  root: string,
  place: { readonly path: string; readonly rawPath?: Uint8Array },
): string | Buffer {
  return place.rawPath ? joinBytes(Buffer.from(root, 'utf8'), place.rawPath) : join(root, place.path);
}

/** Two paths as bytes joined by '/'; an empty first one is left out. */
export function joinBytes(parent: Uint8Array, name: Uint8Array): Buffer {
  return parent.length === 0 ? Buffer.from(name) : Buffer.concat([parent, slash, name]);
}

const slash = Buffer.from('/');
