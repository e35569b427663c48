import type { Preview } from '../../src/protocol/events';
import type { PanelHost } from '../../src/protocol/panelMessages';
import type { PanelState } from '../../src/protocol/panelState';

export type Picture = Preview['pictures'][number];

const nothing: readonly Picture[] = [];

/** The pictures of a transform; the same array as long as they are the same. */
export function picturesOf({ previews }: Pick<PanelState, 'previews'>, name: string): readonly Picture[] {
  return Object.hasOwn(previews, name) ? previews[name] : nothing;
}

/** Where the page loads a file of the run from. Each part of the path is encoded, so that no name can leave the folder's address. */
export function pictureUri({ fileRoot }: Pick<PanelHost, 'fileRoot'>, file: string): string {
  return `${fileRoot}/${file.split('/').map(encodeURIComponent).join('/')}`;
}
