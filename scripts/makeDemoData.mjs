// Makes demo/eurosat/ from EuroSAT's RGB tiles: node scripts/makeDemoData.mjs ARCHIVE_OR_FOLDER
// Per class the 240 tiles whose names have the smallest SHA-256, so that the choice is random and repeatable; each halved
// to 32 px by the mean of 2x2 pixels and stored as lossless WebP.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const tilesPerClass = 240;
const target = fileURLToPath(new URL('../demo/eurosat', import.meta.url));

const source = process.argv[2];
if (source === undefined) {
  console.error('Give the archive (.tar.gz) or folder with the tiles <anything>/<Class>/<Class>_<number>.jpg.');
  process.exit(2);
}
const unpacked = statSync(source).isDirectory() ? undefined : mkdtempSync(join(tmpdir(), 'eurosat-'));
try {
  if (unpacked !== undefined) execFileSync('tar', ['-xzf', source, '-C', unpacked]);
  const byClass = tilesByClass(unpacked ?? source);
  for (const [name, files] of byClass) {
    if (files.length < tilesPerClass)
      throw new Error(`${name} has ${files.length} tiles; ${tilesPerClass} are needed.`);
    const folder = join(target, name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const chosen = files.sort((a, b) => (nameHash(a) < nameHash(b) ? -1 : 1)).slice(0, tilesPerClass);
    let bytes = 0;
    for (const file of chosen) {
      const { data, width, height } = halve(await decode(file));
      const image = sharp(data, { raw: { width, height, channels: 3 } }).webp({ lossless: true, effort: 6 });
      bytes += (await image.toFile(join(folder, `${basename(file, '.jpg')}.webp`))).size;
    }
    console.log(`${name}: ${chosen.length} tiles, ${bytes} bytes`);
  }
} finally {
  if (unpacked !== undefined) rmSync(unpacked, { recursive: true });
}

/** Class name -> its tiles, from whichever splits the folder is divided into. */
function tilesByClass(folder) {
  const classes = new Map();
  for (const entry of readdirSync(folder, { recursive: true }).sort()) {
    const [, name] = /(?:^|[\\/])([A-Za-z]+)_\d+\.jpg$/.exec(entry) ?? [];
    if (name !== undefined) classes.set(name, [...(classes.get(name) ?? []), join(folder, entry)]);
  }
  if (classes.size === 0) throw new Error(`No tiles <Class>_<number>.jpg in ${folder}.`);
  return classes;
}

function nameHash(file) {
  return createHash('sha256').update(basename(file)).digest('hex');
}

async function decode(file) {
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  if (info.width !== 64 || info.height !== 64 || info.channels !== 3)
    throw new Error(`${file} is not a 64x64 RGB tile.`);
  return { data, width: info.width, height: info.height };
}

/** The mean of each 2x2 block, a half rounded up. */
function halve({ data, width, height }) {
  const half = Buffer.alloc((width / 2) * (height / 2) * 3);
  for (let y = 0, to = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      for (let channel = 0; channel < 3; channel++) {
        const from = (y * width + x) * 3 + channel;
        const below = from + width * 3;
        half[to++] = (data[from] + data[from + 3] + data[below] + data[below + 3] + 2) >> 2;
      }
    }
  }
  return { data: half, width: width / 2, height: height / 2 };
}
