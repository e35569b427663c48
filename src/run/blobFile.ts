import { createHash } from 'node:crypto';
import { finiteJson } from './finiteJson';

/** Named arrays and one JSON document, kept in one file. */
export interface Blobs {
  readonly arrays: Readonly<Record<string, Float32Array | Uint8Array>>;
  /** Any JSON value. Read back as `unknown`: to be checked by whoever knows its shape. */
  readonly state: unknown;
}

/** Bytes that are not a whole blob file of this format; the message says what is wrong with them, as in "its checksum differs". */
export class BlobError extends Error {
  override readonly name = 'BlobError';
}

const magic = Buffer.from('SAFEAUG\n');
const version = 1;
const prefixBytes = magic.length + 8;
const digestBytes = 32;

interface Header {
  readonly arrays: readonly { readonly name: string; readonly type: 'float32' | 'uint8'; readonly length: number }[];
  readonly state: unknown;
}

/**
 * The pieces of the file, in order. Layout, little-endian: "SAFEAUG\n", u32 version, u32 length of the header, the header (JSON
 * in UTF-8: names, types and lengths of the arrays, and the state), the arrays' bytes one after the other, SHA-256 of all before.
 * The arrays are not copied: they must not change until the pieces are written.
 */
export function encodeBlobs({ arrays, state }: Blobs): Uint8Array[] {
  const header: Header = {
    arrays: Object.entries(arrays).map(([name, { length, BYTES_PER_ELEMENT }]) => ({
      name,
      type: BYTES_PER_ELEMENT === 4 ? 'float32' : 'uint8',
      length,
    })),
    state,
  };
  const headerBytes = Buffer.from(finiteJson(header));
  const prefix = Buffer.alloc(prefixBytes);
  magic.copy(prefix);
  prefix.writeUInt32LE(version, magic.length);
  prefix.writeUInt32LE(headerBytes.length, magic.length + 4);
  const data = Object.values(arrays).map(({ buffer, byteOffset, byteLength }) => {
    return new Uint8Array(buffer, byteOffset, byteLength);
  });
  const pieces = [prefix, headerBytes, ...data];
  const digest = createHash('sha256');
  for (const piece of pieces) digest.update(piece);
  return [...pieces, digest.digest()];
}

/** The inverse of `encodeBlobs`, into arrays of their own. Throws a `BlobError` for anything but a whole, unchanged file. */
export function decodeBlobs(bytes: Uint8Array): Blobs {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < prefixBytes + digestBytes) throw new BlobError(`it is only ${file.length} bytes long`);
  if (!file.subarray(0, magic.length).equals(magic)) throw new BlobError('it does not begin as such a file does');
  const found = file.readUInt32LE(magic.length);
  if (found !== version) {
    throw new BlobError(`its format is version ${found}, and this version of Safe Aug reads version ${version}`);
  }
  const content = file.subarray(0, -digestBytes);
  const digest = createHash('sha256').update(content).digest();
  if (!digest.equals(file.subarray(-digestBytes))) throw new BlobError('its checksum differs');
  const headerEnd = prefixBytes + file.readUInt32LE(magic.length + 4);
  const { arrays, state } = JSON.parse(file.toString('utf8', prefixBytes, headerEnd)) as Header;
  let at = headerEnd;
  const entries = arrays.map(({ name, type, length }) => {
    const array = type === 'float32' ? new Float32Array(length) : new Uint8Array(length);
    new Uint8Array(array.buffer).set(content.subarray(at, at + array.byteLength));
    at += array.byteLength;
    return [name, array] as const;
  });
  return { arrays: Object.fromEntries(entries), state };
}
