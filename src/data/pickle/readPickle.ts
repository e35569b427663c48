import { globalNamed, text } from './allowedGlobals';
import { ByteReader } from './byteReader';
import { setState } from './numpyState';
import { AllowedGlobal, PickleError, type PickleValue } from './pickleValue';

/** Lists and dicts while the pickle still adds to them. */
type Stacked = PickleValue | PickleValue[];

const mark = Symbol('mark');

/**
 * Reads a Python pickle (binary protocols 2 to 5) that holds plain data: dicts, lists, tuples, text, bytes, numbers and numpy
 * arrays. It is a reader of data and no more: nothing is imported or called, every global but the five in allowedGlobals.ts is
 * refused, and so is every opcode that plain data has no need of. Python's documentation of the opcodes: Lib/pickletools.py.
 * Bytes are views into `bytes` where the pickle holds them in one piece. Throws a PickleError.
 */
export function readPickle(bytes: Uint8Array): PickleValue {
  return new PickleMachine(new ByteReader(bytes)).run();
}

class PickleMachine {
  private readonly stack: (Stacked | typeof mark)[] = [];
  private readonly memo = new Map<number, Stacked>();

  constructor(private readonly reader: ByteReader) {}

  run(): PickleValue {
    for (;;) {
      const opcode = this.reader.uint8();
      if (opcode === STOP) return this.pop();
      const action = actions[opcode];
      if (!action) {
        throw new PickleError(
          `it has the opcode 0x${opcode.toString(16).padStart(2, '0')}, which plain data has no need of`,
        );
      }
      action(this, this.reader);
    }
  }

  push(value: Stacked | typeof mark): void {
    this.stack.push(value);
  }

  pop(): Stacked {
    const value = this.stack.pop();
    if (value === undefined || value === mark) throw new PickleError('its opcodes are out of order');
    return value;
  }

  top(): Stacked {
    const value = this.stack.at(-1);
    if (value === undefined || value === mark) throw new PickleError('its opcodes are out of order');
    return value;
  }

  /** Everything above the latest mark, which goes too. */
  popToMark(): Stacked[] {
    const at = this.stack.lastIndexOf(mark);
    if (at < 0) throw new PickleError('its opcodes are out of order');
    return this.stack.splice(at).slice(1) as Stacked[];
  }

  tuple(length: number): void {
    const values: Stacked[] = [];
    for (let i = 0; i < length; i++) values.unshift(this.pop());
    this.push(values);
  }

  append(values: readonly Stacked[]): void {
    const list = this.top();
    if (!Array.isArray(list)) throw new PickleError('it appends to something other than a list');
    for (const value of values) list.push(value);
  }

  setItems(values: readonly Stacked[]): void {
    const dict = this.top();
    if (!(dict instanceof Map) || values.length % 2 !== 0) {
      throw new PickleError('it sets items of something other than a dict');
    }
    for (let i = 0; i < values.length; i += 2) {
      const key = values[i];
      dict.set(typeof key === 'number' ? key : text(key), values[i + 1]);
    }
  }

  remember(key: number): void {
    this.memo.set(key, this.top());
  }

  memoize(): void {
    this.remember(this.memo.size);
  }

  recall(key: number): void {
    const value = this.memo.get(key);
    if (value === undefined) throw new PickleError('it recalls what it never remembered');
    this.push(value);
  }

  reduce(): void {
    const args = this.pop();
    const callee = this.pop();
    if (!(callee instanceof AllowedGlobal) || !Array.isArray(args)) {
      throw new PickleError('it calls something other than a known global');
    }
    this.push(callee.call(args));
  }

  build(): void {
    const state = this.pop();
    setState(this.top(), state);
  }
}

const STOP = 0x2e;

/** By opcode, with Python's own names for them. */
const actions: Readonly<Record<number, (machine: PickleMachine, reader: ByteReader) => void>> = {
  /* PROTO */ 0x80: (_, reader) => checkProtocol(reader.uint8()),
  /* FRAME */ 0x95: (_, reader) => void reader.uint64(),
  /* MARK */ 0x28: (machine) => machine.push(mark),

  /* NONE */ 0x4e: (machine) => machine.push(null),
  /* NEWTRUE */ 0x88: (machine) => machine.push(true),
  /* NEWFALSE */ 0x89: (machine) => machine.push(false),
  /* BININT */ 0x4a: (machine, reader) => machine.push(reader.int32()),
  /* BININT1 */ 0x4b: (machine, reader) => machine.push(reader.uint8()),
  /* BININT2 */ 0x4d: (machine, reader) => machine.push(reader.uint16()),
  /* LONG1 */ 0x8a: (machine, reader) => machine.push(longInteger(reader.take(reader.uint8()))),

  /* BINUNICODE */ 0x58: (machine, reader) => machine.push(utf8(reader.take(reader.uint32()))),
  /* SHORT_BINUNICODE */ 0x8c: (machine, reader) => machine.push(utf8(reader.take(reader.uint8()))),
  /* BINUNICODE8 */ 0x8d: (machine, reader) => machine.push(utf8(reader.take(reader.uint64()))),
  /* BINSTRING */ 0x54: (machine, reader) => machine.push(reader.take(checkLength(reader.int32()))),
  /* SHORT_BINSTRING */ 0x55: (machine, reader) => machine.push(reader.take(reader.uint8())),
  /* BINBYTES */ 0x42: (machine, reader) => machine.push(reader.take(reader.uint32())),
  /* SHORT_BINBYTES */ 0x43: (machine, reader) => machine.push(reader.take(reader.uint8())),
  /* BINBYTES8 */ 0x8e: (machine, reader) => machine.push(reader.take(reader.uint64())),

  /* EMPTY_LIST */ 0x5d: (machine) => machine.push([]),
  /* APPEND */ 0x61: (machine) => {
    const value = machine.pop();
    machine.append([value]);
  },
  /* APPENDS */ 0x65: (machine) => machine.append(machine.popToMark()),
  /* EMPTY_TUPLE */ 0x29: (machine) => machine.tuple(0),
  /* TUPLE1 */ 0x85: (machine) => machine.tuple(1),
  /* TUPLE2 */ 0x86: (machine) => machine.tuple(2),
  /* TUPLE3 */ 0x87: (machine) => machine.tuple(3),
  /* TUPLE */ 0x74: (machine) => machine.push(machine.popToMark()),
  /* EMPTY_DICT */ 0x7d: (machine) => machine.push(new Map()),
  /* SETITEM */ 0x73: (machine) => {
    const value = machine.pop();
    const key = machine.pop();
    machine.setItems([key, value]);
  },
  /* SETITEMS */ 0x75: (machine) => machine.setItems(machine.popToMark()),

  /* BINPUT */ 0x71: (machine, reader) => machine.remember(reader.uint8()),
  /* LONG_BINPUT */ 0x72: (machine, reader) => machine.remember(reader.uint32()),
  /* MEMOIZE */ 0x94: (machine) => machine.memoize(),
  /* BINGET */ 0x68: (machine, reader) => machine.recall(reader.uint8()),
  /* LONG_BINGET */ 0x6a: (machine, reader) => machine.recall(reader.uint32()),

  /* GLOBAL */ 0x63: (machine, reader) => {
    const module = reader.line();
    machine.push(globalNamed(module, reader.line()));
  },
  /* STACK_GLOBAL */ 0x93: (machine) => {
    const name = text(machine.pop());
    machine.push(globalNamed(text(machine.pop()), name));
  },
  /* REDUCE */ 0x52: (machine) => machine.reduce(),
  /* BUILD */ 0x62: (machine) => machine.build(),
};

function checkProtocol(version: number): void {
  if (version > 5) throw new PickleError(`it is of pickle protocol ${version}; 2 to 5 are read`);
}

function checkLength(length: number): number {
  if (length < 0) throw new PickleError('a text has a negative length');
  return length;
}

function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** Little-endian two's complement of any length. */
function longInteger(bytes: Uint8Array): number {
  let value = 0;
  for (let i = bytes.length - 1; i >= 0; i--) value = value * 256 + bytes[i];
  if (bytes.length > 0 && bytes[bytes.length - 1] > 127) value -= 256 ** bytes.length;
  if (!Number.isSafeInteger(value)) throw new PickleError('an integer is too large');
  return value;
}
