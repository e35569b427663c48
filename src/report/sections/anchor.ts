/** The id of a transform's details within the page: letters, digits and hyphens only. */
export function anchorOf(name: string): string {
  return `transform-${name.replace(/[^A-Za-z0-9]/g, '-')}`;
}
