/** Pictures with more pixels are skipped: decoded, this many take 192 MB. */
export const maxPixels = 8192 * 8192;
