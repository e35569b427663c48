import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { imagesBeneath } from '../../../src/data/folder/folderTree';
import { compareByCodePoint } from '../../../src/data/folder/pathOrder';
import { readFolder, type FolderReading } from '../../../src/data/folder/readFolder';
import { writeFiles } from '../support/pictures';
import { temporaryFolder } from '../support/temporaryFolder';

const paths = ({ tree }: FolderReading): string[] => [...imagesBeneath(tree)].map(({ path }) => path);

describe('readFolder', () => {
  test('lists images in the order of the code points of their whole paths', async () => {
    const folder = temporaryFolder();
    // '.' < '/' < '0': a folder sorts as its name with a slash. '😀' lies beyond U+FFFF, 'ﬀ' just below.
    writeFiles(folder, {
      'a/2.png': '',
      'a/10.png': '',
      'a.png': '',
      'a0.png': '',
      'B.png': '',
      'ﬀ.png': '',
      '😀.png': '',
    });
    expect(paths(await readFolder(folder))).toEqual([
      'B.png',
      'a.png',
      'a/10.png',
      'a/2.png',
      'a0.png',
      'ﬀ.png',
      '😀.png',
    ]);
  });

  test('ignores what systems leave behind', async () => {
    const folder = temporaryFolder();
    const debris = [
      '.DS_Store',
      '._1.png',
      '.hidden/1.png',
      '__MACOSX/a/1.png',
      'Thumbs.db',
      'desktop.ini',
      'a/.ipynb_checkpoints/1.png',
    ];
    writeFiles(folder, { ...Object.fromEntries(debris.map((path) => [path, 'x'])), 'a/1.png': 'x' });
    const reading = await readFolder(folder);
    expect(paths(reading)).toEqual(['a/1.png']);
    expect(reading.tree.entries).toHaveLength(1);
    expect(reading.fingerprint).toMatchObject({ files: 1, bytes: 1 });
  });

  test('the fingerprint changes with a name, a size and a new file, and with nothing else', async () => {
    const fingerprintOf = async (files: Record<string, string>): Promise<string> => {
      const folder = temporaryFolder();
      writeFiles(folder, files);
      return (await readFolder(folder)).fingerprint.hash;
    };
    const original = await fingerprintOf({ 'a/1.png': 'xx', 'b/2.png': 'y' });
    expect(await fingerprintOf({ 'b/2.png': 'z', 'a/1.png': 'zz', 'notes.txt': 'not an image' })).toBe(original);
    expect(await fingerprintOf({ 'a/1.png': 'xx', 'b/3.png': 'y' })).not.toBe(original);
    expect(await fingerprintOf({ 'a/1.png': 'x', 'b/2.png': 'yy' })).not.toBe(original);
    expect(await fingerprintOf({ 'a/1.png': 'xx', 'b/2.png': 'y', 'b/3.png': '' })).not.toBe(original);
  });

  test.skipIf(process.platform === 'win32')(
    'follows links to files and to folders elsewhere, and ends in loops',
    async () => {
      const folder = temporaryFolder();
      const elsewhere = temporaryFolder();
      writeFiles(elsewhere, { 'inner/1.png': '', 'single.png': '' });
      writeFiles(folder, { 'a/1.png': '' });
      symlinkSync(join(elsewhere, 'inner'), join(folder, 'linked'));
      symlinkSync(join(elsewhere, 'single.png'), join(folder, 'a', 'single.png'));
      symlinkSync('..', join(folder, 'a', 'up'));
      symlinkSync('/', join(folder, 'a', 'everything'));
      symlinkSync(elsewhere, join(elsewhere, 'inner', 'self'));
      symlinkSync('nowhere.png', join(folder, 'dangling.png'));
      const reading = await readFolder(folder);
      expect(paths(reading)).toEqual([
        'a/1.png',
        'a/single.png',
        'dangling.png',
        'linked/1.png',
        'linked/self/inner/1.png',
        'linked/self/single.png',
      ]);
    },
  );

  test.skipIf(process.platform !== 'linux')('reads names that are not UTF-8', async () => {
    const folder = temporaryFolder();
    const bytes = Buffer.concat([Buffer.from(join(folder, 'caf')), Buffer.from([0xe9]), Buffer.from('.png')]);
    writeFileSync(bytes, 'x');
    const [found] = imagesBeneath((await readFolder(folder)).tree);
    expect(found.path).toBe('caf\ufffd.png');
    expect(found.file).toMatchObject({ size: 1, rawPath: Buffer.from('caf\xe9.png', 'latin1') });
  });

  test('reads paths of over 300 characters', async () => {
    const folder = temporaryFolder();
    const path = `${'d'.repeat(150)}/${'ä'.repeat(100)}/${'f'.repeat(100)}.png`;
    writeFiles(folder, { [path]: '' });
    expect(paths(await readFolder(folder))).toEqual([path]);
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'notes folders that it may not read',
    async () => {
      const folder = temporaryFolder();
      writeFiles(folder, { 'a/1.png': '' });
      mkdirSync(join(folder, 'locked'), { mode: 0 });
      const reading = await readFolder(folder);
      expect(paths(reading)).toEqual(['a/1.png']);
      expect(reading.notes).toEqual(['The folder locked could not be read (EACCES) and is left out.']);
    },
  );

  test('holds no more files than the limit, the same ones each time, and counts all', async () => {
    const folder = temporaryFolder();
    const files = (name: string, count: number) =>
      Array.from({ length: count }, (_, i) => [`${name}/${i}.png`, ''] as const);
    writeFiles(folder, Object.fromEntries([...files('large', 1500), ...files('small', 50)]));
    const all = await readFolder(folder);
    const some = await readFolder(folder, { limit: 800 });
    expect(paths(some).length).toBeLessThanOrEqual(800);
    expect(paths(some).length).toBeGreaterThan(200);
    expect(paths(some)).toEqual(paths(await readFolder(folder, { limit: 800 })));
    expect(paths(some).filter((path) => path.startsWith('small/'))).toHaveLength(50);
    expect(paths(some).length + some.forgotten).toBe(1550);
    expect(some.tree.images).toBe(1550);
    expect(some.fingerprint).toEqual(all.fingerprint);
  });

  test('stops when asked to', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'a/b/1.png': '' });
    await expect(readFolder(folder, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
    const controller = new AbortController();
    const reading = readFolder(folder, { signal: controller.signal });
    controller.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('compareByCodePoint', () => {
  test('is the order of the UTF-8 bytes', () => {
    const wellFormed = fc.string({ unit: 'binary', maxLength: 4 });
    fc.assert(
      fc.property(wellFormed, wellFormed, (a, b) => {
        expect(Math.sign(compareByCodePoint(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });
});
