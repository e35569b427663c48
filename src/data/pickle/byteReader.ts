import { PickleError } from './pickleValue';

/** Reads little-endian numbers, bytes and lines one after the other, never beyond the end. */
export class ByteReader {
  private position = 0;
  private readonly view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  uint8(): number {
    return this.view.getUint8(this.advance(1));
  }

  uint16(): number {
    return this.view.getUint16(this.advance(2), true);
  }

  int32(): number {
    return this.view.getInt32(this.advance(4), true);
  }

  uint32(): number {
    return this.view.getUint32(this.advance(4), true);
  }

  /** A length: one that a JavaScript number cannot hold is longer than any file. */
  uint64(): number {
    return Number(this.view.getBigUint64(this.advance(8), true));
  }

  /** A view, not a copy. */
  take(length: number): Uint8Array {
    const start = this.advance(length);
    return this.bytes.subarray(start, start + length);
  }

  /** Up to the next line feed, which is passed over. */
  line(): string {
    const end = this.bytes.indexOf(0x0a, this.position);
    if (end < 0) throw tooShort();
    const text = Buffer.from(this.take(end - this.position)).toString('latin1');
    this.position++;
    return text;
  }

  /** Moves on and returns where it was. */
  private advance(length: number): number {
    const start = this.position;
    if (length > this.bytes.length - start) throw tooShort();
    this.position += length;
    return start;
  }
}

function tooShort(): PickleError {
  return new PickleError('the file ends too early');
}
