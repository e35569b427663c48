import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const tiles = resolve(__dirname, '../../../demo/eurosat');

/** Copies a small image folder (two classes of satellite tiles) to `folder`. */
export function copyTiles(folder: string, { perClass = 120, classes = ['Forest', 'River'] } = {}): void {
  for (const name of classes) copyClass(name, join(folder, name), perClass);
}

/** Copies tiles of one class to `folder`, whatever that is called. */
export function copyClass(name: string, folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(join(tiles, name)).slice(0, count)) {
    cpSync(join(tiles, name, file), join(folder, file));
  }
}
