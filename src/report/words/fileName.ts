/** The last part of a path with either kind of slash: "data/eurosat/" is "eurosat". */
export function fileName(path: string): string {
  return path.split(/[\\/]/).filter(Boolean).pop() ?? path;
}
