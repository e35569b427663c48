/**
 * Text from the disk or a run (folder names, class names, errors) for places that draw "$(name)" as an icon and "[text](target)" as
 * a link: an invisible character keeps both from being more than text.
 */
export function plainText(text: string): string {
  return text.replaceAll('$(', '$\u200b(').replaceAll('](', ']\u200b(');
}
