import type { Preview } from '../../src/protocol/events';
import type { PanelHost } from '../../src/protocol/panelMessages';
import type { PanelState } from '../../src/protocol/panelState';

export type Picture = Preview['pictures'][number];

const nothing: readonly Picture[] = [];

/** The pictures of a transform; the same array as long as they are the same. */
export function picturesOf({ previews }: Pick<PanelState, 'previews'>, name: string): readonly Picture[] {
  return Object.hasOwn(previews, name) ? previews[name] : nothing;
}

/** Where the page loads a file of the run from; never outside of the run's folder, whatever the file is called. */
export function pictureUri({ fileRoot }: Pick<PanelHost, 'fileRoot'>, file: string): string {
  const parts = file.split(/[\\/]/).filter((part) => !['', '.', '..'].includes(part));
  return [fileRoot, ...parts.map(encodeURIComponent)].join('/');
}
