const textEncoder = new TextEncoder();

/** Writes one protocol buffers message, field by field (the wire format of protobuf.dev/programming-guides/encoding). */
export class MessageWriter {
  private readonly chunks: Uint8Array[] = [];
  private length = 0;

  /** A varint field: integers, enums and booleans. Negative numbers take ten bytes, as int64 does. */
  integer(field: number, value: number): this {
    return this.varint(field * 8).varint(value);
  }

  /** A 32-bit float field. */
  float(field: number, value: number): this {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setFloat32(0, value, true);
    return this.varint(field * 8 + 5).raw(bytes);
  }

  /** A packed repeated varint field. */
  integers(field: number, values: readonly number[]): this {
    const packed = new MessageWriter();
    for (const value of values) packed.varint(value);
    return this.bytes(field, packed.finish());
  }

  string(field: number, value: string): this {
    return this.bytes(field, textEncoder.encode(value));
  }

  bytes(field: number, value: Uint8Array): this {
    return this.varint(field * 8 + 2)
      .varint(value.length)
      .raw(value);
  }

  /** An embedded message. */
  message(field: number, message: MessageWriter): this {
    return this.bytes(field, message.finish());
  }

  /** The bytes written so far, without a copy where there is only one chunk. */
  finish(): Uint8Array {
    if (this.chunks.length === 1) return this.chunks[0];
    const all = new Uint8Array(this.length);
    let offset = 0;
    for (const chunk of this.chunks) {
      all.set(chunk, offset);
      offset += chunk.length;
    }
    return all;
  }

  private raw(bytes: Uint8Array): this {
    this.chunks.push(bytes);
    this.length += bytes.length;
    return this;
  }

  private varint(value: number): this {
    const bytes: number[] = [];
    let rest = BigInt.asUintN(64, BigInt(value));
    while (rest > 127n) {
      bytes.push(Number(rest & 127n) | 128);
      rest >>= 7n;
    }
    bytes.push(Number(rest));
    return this.raw(Uint8Array.from(bytes));
  }
}
