const imageExtensions = new Set(['jpg', 'jpeg', 'jpe', 'jfif', 'png', 'webp', 'bmp', 'gif', 'tif', 'tiff', 'avif']);

/** Folders and files that systems and tools leave beside the data. */
const debris = new Set([
  'thumbs.db',
  'desktop.ini',
  '__macosx',
  '@eadir',
  '$recycle.bin',
  'system volume information',
  'lost+found',
]);

/** Whether the name is that of an image file, whatever is in it. */
export function isImageName(name: string): boolean {
  return imageExtensions.has(extensionOf(name));
}

/** Lower case, without the dot; '' where there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

/** Hidden files and what systems leave behind: never part of a data set. */
export function isIgnored(name: string): boolean {
  return name.startsWith('.') || debris.has(name.toLowerCase());
}
