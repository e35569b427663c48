import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const tiles = resolve(__dirname, '../../../demo/eurosat');

/** Copies a small image folder (two classes of satellite tiles) to `folder`. */
export function copyTiles(folder: string, { perClass = 120, classes = ['Forest', 'River'] } = {}): void {
  for (const name of classes) {
    mkdirSync(join(folder, name), { recursive: true });
    for (const file of readdirSync(join(tiles, name)).slice(0, perClass)) {
      cpSync(join(tiles, name, file), join(folder, name, file));
    }
  }
}
