import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { localFolders } from '../projects';

/** The safe-aug.json files at the roots of the workspace's folders; absolute paths. */
export async function safeAugFiles(): Promise<string[]> {
  const paths = localFolders().map(({ uri }) => join(uri.fsPath, 'safe-aug.json'));
  const there = await Promise.all(
    paths.map((path) =>
      access(path).then(
        () => true,
        () => false,
      ),
    ),
  );
  return paths.filter((_, index) => there[index]);
}
