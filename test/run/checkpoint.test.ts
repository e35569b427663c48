import fc from 'fast-check';
import { copyFileSync, readFileSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeBlobs, encodeBlobs, type Blobs } from '../../src/run/blobFile';
import { loadCheckpoint, saveCheckpoint } from '../../src/run/checkpoint';
import { RunError } from '../../src/run/runError';
import { buildChild, startChild } from './childProcess';
import { temporaryFolder } from './temporaryFolder';

const encoded = (blobs: Blobs): Buffer => Buffer.concat(encodeBlobs(blobs));
const numbered = (count: number): Blobs => ({
  arrays: { weights: new Float32Array(1000).fill(count), bytes: new Uint8Array(77).fill(count) },
  state: { count },
});

describe('blob file', () => {
  it('gives back any arrays and any JSON, bit by bit', () => {
    const arrays = fc.dictionary(fc.string(), fc.oneof(fc.float32Array(), fc.uint8Array()), { noNullPrototype: true });
    fc.assert(
      fc.property(arrays, fc.jsonValue(), (given, state) => {
        const bytes = encoded({ arrays: given, state });
        // At an odd offset, as a part of a larger buffer.
        const read = decodeBlobs(Buffer.concat([Buffer.alloc(1), bytes]).subarray(1));
        expect(read.arrays).toEqual({ ...given });
        expect(read.state).toEqual(JSON.parse(JSON.stringify(state)));
        expect(encoded(read)).toEqual(bytes);
      }),
    );
  });

  it('stores a part of a larger array as that part alone', () => {
    const part = new Float32Array([1, 2, 3, 4]).subarray(1, 3);
    expect(decodeBlobs(encoded({ arrays: { part }, state: null })).arrays.part).toEqual(new Float32Array([2, 3]));
  });

  it('recognises every flipped bit and every cut', () => {
    const bytes = encoded(numbered(3));
    fc.assert(
      fc.property(fc.nat({ max: bytes.length * 8 - 1 }), (bit) => {
        const flipped = Buffer.from(bytes);
        flipped[bit >> 3] ^= 1 << (bit & 7);
        expect(() => decodeBlobs(flipped)).toThrow(/checksum|begin|version/);
        expect(() => decodeBlobs(bytes.subarray(0, bit >> 3))).toThrow(/checksum|bytes long/);
      }),
    );
  });

  it('says when the format is of another version', () => {
    const bytes = encoded(numbered(1));
    bytes.writeUInt32LE(2, 8);
    expect(() => decodeBlobs(bytes)).toThrow('its format is version 2, and this version of Safe Aug reads version 1');
  });

  it('refuses numbers that JSON would silently lose', () => {
    expect(() => encodeBlobs({ arrays: {}, state: { best: Infinity } })).toThrow('Infinity, the value of "best"');
  });
});

describe('checkpoint', () => {
  it('is null before the first, and the newest after', async () => {
    const folder = join(temporaryFolder(), 'checkpoint');
    expect(await loadCheckpoint(folder)).toBeNull();
    for (let count = 1; count <= 3; count++) {
      await saveCheckpoint(folder, numbered(count));
      expect(await loadCheckpoint(folder)).toEqual({ ...numbered(count), warning: null });
    }
    expect(readdirSync(folder).sort()).toEqual(['current.bin', 'previous.bin']);
  });

  it('uses the one before when the newest is broken, and says so', async () => {
    const folder = temporaryFolder();
    await saveCheckpoint(folder, numbered(1));
    await saveCheckpoint(folder, numbered(2));
    const current = join(folder, 'current.bin');
    const bytes = readFileSync(current);
    bytes[200] ^= 4;
    writeFileSync(current, bytes);
    const loaded = await loadCheckpoint(folder);
    expect(loaded?.state).toEqual({ count: 1 });
    expect(loaded?.warning).toContain('current.bin cannot be used, its checksum differs');
  });

  it('loses nothing when it is killed while saving over a broken one', async () => {
    const folder = temporaryFolder();
    await saveCheckpoint(folder, numbered(1));
    await saveCheckpoint(folder, numbered(2));
    truncateSync(join(folder, 'current.bin'), 100);
    // The state between the two renames of saving number 3.
    copyFileSync(join(folder, 'current.bin'), join(folder, 'previous.bin'));
    rmSync(join(folder, 'current.bin'));
    writeFileSync(join(folder, 'next.tmp'), encoded(numbered(3)));
    expect((await loadCheckpoint(folder))?.state).toEqual({ count: 3 });
  });

  it('says what to do when none can be used', async () => {
    const folder = temporaryFolder();
    await saveCheckpoint(folder, numbered(1));
    await saveCheckpoint(folder, numbered(2));
    for (const name of ['current.bin', 'previous.bin']) truncateSync(join(folder, name), 50);
    const loading = loadCheckpoint(folder);
    await expect(loading).rejects.toThrow(RunError);
    await expect(loading).rejects.toThrow(/current\.bin cannot be used.*previous\.bin cannot be used.*safe-aug learn/);
  });

  it('keeps the old ones when the new one cannot be written', async () => {
    const folder = temporaryFolder();
    await saveCheckpoint(folder, numbered(1));
    const elsewhere = `${folder}-away`;
    renameSync(folder, elsewhere);
    writeFileSync(folder, 'a file where the folder was');
    await expect(saveCheckpoint(folder, numbered(2))).rejects.toThrow(RunError);
    rmSync(folder);
    renameSync(elsewhere, folder);
    expect((await loadCheckpoint(folder))?.state).toEqual({ count: 1 });
  });

  it('can be loaded after each of 60 kills at random moments, and never falls behind what was promised', async () => {
    const folder = join(temporaryFolder(), 'checkpoint');
    const program = buildChild('checkpointSaver');
    const moments = fc.sample(fc.nat({ max: 40 }), { numRuns: 60, seed: 1 });
    let promised = 0;
    let cutShort = 0;
    for (const moment of moments) {
      const child = startChild(program, [folder, '500000']);
      promised = Math.max(promised, Number(await child.line()));
      await new Promise((resolve) => setTimeout(resolve, moment));
      promised = Math.max(promised, ...(await child.kill()).map(Number));
      if (readdirSync(folder).includes('next.tmp')) cutShort++;
      const loaded = await loadCheckpoint(folder);
      const { count } = loaded?.state as { count: number };
      expect(loaded?.warning).toBeNull();
      expect(count).toBeGreaterThanOrEqual(promised);
      // Not toEqual, which takes a second for so many numbers.
      expect(loaded?.arrays.weights.every((weight) => weight === count)).toBe(true);
    }
    // Otherwise the kills would have missed what they were meant to hit.
    expect(cutShort).toBeGreaterThan(10);
  }, 120_000);
});
