import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PickleError, type NumpyArray, type PickleValue } from '../../../src/data/pickle/pickleValue';
import { readPickle } from '../../../src/data/pickle/readPickle';

const stored = (name: string): Buffer => readFileSync(join(__dirname, `${name}.pickle.bin`));
const text = (value: PickleValue | undefined): string => Buffer.from(value as Uint8Array).toString();

/** A pickle from text and byte values. */
const bytes = (...parts: (string | number)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from([part]))));

describe('pickles that Python and numpy wrote', () => {
  test.each(['python2', 'protocol2', 'protocol4'])('%s', (name) => {
    const dict = readPickle(stored(name)) as Map<string, PickleValue>;
    expect([...dict.keys()]).toEqual(['batch_label', 'labels', 'data', 'filenames']);
    expect(text(dict.get('batch_label'))).toBe('training batch 1 of 5');
    expect(dict.get('labels')).toEqual([3, 9]);
    const array = dict.get('data') as NumpyArray;
    expect(array.shape).toEqual([2, 3072]);
    expect(array.type.code).toBe('u1');
    const expected = [0, 1].flatMap((i) => Array.from({ length: 3072 }, (_, k) => (31 * i + 7 * k) % 256));
    expect([...array.data]).toEqual(expected);
  });

  test.each(['python2', 'protocol4'])('the pixels of %s are a view into the file', (name) => {
    const file = stored(name);
    const array = (readPickle(file) as Map<string, PickleValue>).get('data') as NumpyArray;
    expect(array.data.buffer).toBe(file.buffer);
  });
});

describe('plain values', () => {
  test.each<[string, Uint8Array, PickleValue]>([
    ['None', bytes(0x80, 2, 'N.'), null],
    ['True', bytes(0x80, 2, 0x88, '.'), true],
    ['a negative int', bytes(0x80, 2, 'J', 0xfe, 0xff, 0xff, 0xff, '.'), -2],
    ['a negative long', bytes(0x80, 2, 0x8a, 2, 0x00, 0xff, '.'), -256],
    ['a nested list', bytes(0x80, 2, '](', 'K', 1, ']', 'K', 2, 'ae.'), [1, [2]]],
    ['tuples', bytes(0x80, 2, 'K', 1, 'K', 2, 0x86, 0x85, '.'), [[1, 2]]],
    ['text', bytes(0x80, 2, 'X', 3, 0, 0, 0, 'a', 0xc3, 0xa9, '.'), 'aé'],
    ['a remembered value', bytes(0x80, 2, ']q', 7, 'h', 7, 0x86, '.'), [[], []]],
  ])('%s', (_, pickle, value) => {
    expect(readPickle(pickle)).toEqual(value);
  });

  test('a key named __proto__ is a key like others', () => {
    const dict = readPickle(bytes(0x80, 2, '}U', 9, '__proto__K', 1, 's.'));
    expect(dict).toEqual(new Map([['__proto__', 1]]));
  });
});

describe('what is refused', () => {
  test.each([
    ['os.system through GLOBAL', bytes(0x80, 2, 'cos\nsystem\nU', 7, 'echo hi', 0x85, 'R.'), /"os\.system"/],
    [
      'builtins.eval through STACK_GLOBAL',
      bytes(0x80, 4, 0x8c, 8, 'builtins', 0x8c, 4, 'eval', 0x93, '.'),
      /"builtins\.eval"/,
    ],
    ['a look-alike of an allowed name', bytes(0x80, 2, 'cnumpy\ndtype \n.'), /"numpy\.dtype "/],
    ['an inherited property as a name', bytes(0x80, 2, 'cnumpy\nconstructor\n.'), /"numpy\.constructor"/],
    ['numpy.ndarray called', bytes(0x80, 2, 'cnumpy\nndarray\n)R.'), /only be named/],
    ['calling what is no global', bytes(0x80, 2, '])R.'), /calls something other/],
    ['a state for a dict', bytes(0x80, 2, '})b.'), /sets the state/],
    [
      '_codecs.encode with another codec',
      bytes(0x80, 2, 'c_codecs\nencode\nX', 1, 0, 0, 0, 'aX', 3, 0, 0, 0, 'rot', 0x86, 'R.'),
      /latin1/,
    ],
    ['persistent ids', bytes(0x80, 2, 'Pfile\n.'), /opcode 0x50/],
    ['instances by INST', bytes('(ios\nsystem\n.'), /opcode 0x69/],
    ['instances by NEWOBJ', bytes(0x80, 2, ')', 0x81, '.'), /opcode 0x81/],
    ['extension registry', bytes(0x80, 2, 0x82, 1, '.'), /opcode 0x82/],
    ['a later protocol', bytes(0x80, 9, 'N.'), /protocol 9/],
    ['an empty file', bytes(), /ends too early/],
    ['no STOP', bytes(0x80, 2, 'N'), /ends too early/],
    ['STOP on an empty stack', bytes(0x80, 2, '.'), /out of order/],
    ['a length beyond the file', bytes(0x80, 4, 0x8e, 0, 0, 0, 0, 0, 0, 0, 0x7f, '.'), /ends too early/],
    ['a negative length', bytes(0x80, 2, 'T', 0xff, 0xff, 0xff, 0xff, '.'), /negative length/],
    ['an unknown memo', bytes(0x80, 2, 'h', 5, '.'), /never remembered/],
    ['a dict with half an item', bytes(0x80, 2, '}(U', 1, 'au.'), /dict/],
    ['appending to a dict', bytes(0x80, 2, '}K', 1, 'a.'), /other than a list/],
  ])('%s', (_, pickle, message) => {
    expect(() => readPickle(pickle)).toThrow(PickleError);
    expect(() => readPickle(pickle)).toThrow(message);
  });

  test('an array whose bytes do not fit its shape', () => {
    const file = Buffer.from(stored('python2'));
    const at = file.indexOf(Buffer.from('M\x00\x0c', 'latin1')); // the 3,072 of the shape
    file[at + 1] = 1;
    expect(() => readPickle(file)).toThrow(/numpy array of 2 × 3073 u1 has 6144 bytes/);
  });

  test('any damage gives a value or a PickleError, never another error', () => {
    const original = stored('protocol2');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(original.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }),
        (changes) => {
          const file = Buffer.from(original);
          // Damage near the start, where the opcodes are.
          for (const [at, value] of changes) file[at % 600] = value;
          try {
            readPickle(file);
          } catch (error) {
            expect(error).toBeInstanceOf(PickleError);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
