import { expect, test } from 'vitest';
import { MessageWriter } from '../../../src/engine/onnx/protobuf';

const hex = (message: MessageWriter): string => Buffer.from(message.finish()).toString('hex');

// Bytes as protobuf.dev/programming-guides/encoding gives them, or as protoc writes them.
test('varints', () => {
  expect(hex(new MessageWriter().integer(1, 150))).toBe('089601');
  expect(hex(new MessageWriter().integer(1, 0))).toBe('0800');
  expect(hex(new MessageWriter().integer(20, 7))).toBe('a00107');
});

test('negative and large integers', () => {
  expect(hex(new MessageWriter().integer(1, -2))).toBe('08feffffffffffffffff01');
  expect(hex(new MessageWriter().integer(1, 2 ** 40))).toBe('08808080808020');
});

test('strings, bytes and embedded messages', () => {
  expect(hex(new MessageWriter().string(2, 'testing'))).toBe('120774657374696e67');
  expect(hex(new MessageWriter().bytes(9, Uint8Array.of(1, 2)))).toBe('4a020102');
  expect(hex(new MessageWriter().message(3, new MessageWriter().integer(1, 150)))).toBe('1a03089601');
});

test('packed integers and floats', () => {
  expect(hex(new MessageWriter().integers(6, [3, 270, 86942]))).toBe('3206038e029ea705');
  expect(hex(new MessageWriter().float(2, 1.5))).toBe('150000c03f');
});
