import { isFrameHeader } from './imageHeader';

/** How a JPEG file was saved, in the terms of the encoder that is used here, and its size in pixels. */
export interface JpegCoding {
  /** libjpeg's 1..100; the nearest one where the file's quantisation table is not a standard one. */
  readonly quality: number;
  /** 4:2:0 stands for every coding that keeps fewer values of chroma than of luma. */
  readonly subsampling: '4:4:4' | '4:2:0';
  readonly height: number;
  readonly width: number;
}

/** Example table of ITU T.81, K.1, in zigzag order: what libjpeg scales by the quality. */
const standardLuma = [
  16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51, 61,
  60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77, 113, 121,
  112, 100, 120, 92, 101, 103, 99,
];

/**
 * Reads the sampling factors and the luma quantisation table in a JPEG's header (ITU T.81, B.2.2 and B.2.4.1). Null for what is
 * no JPEG, or one whose header is damaged or says neither.
 */
export function readJpegCoding(bytes: Uint8Array): JpegCoding | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  let luma: readonly number[] | null = null;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1];
    if (marker === 0xff) {
      at++;
      continue;
    }
    const end = at + 2 + bytes[at + 2] * 256 + bytes[at + 3];
    if (end > bytes.length) return null;
    const segment = bytes.subarray(at + 4, end);
    if (marker === 0xdb) luma ??= firstTable(segment);
    if (isFrameHeader(marker)) {
      const [height, width] = [1, 3].map((from) => segment[from] * 256 + segment[from + 1]);
      return luma && { quality: nearestQuality(luma), subsampling: subsamplingOf(segment), height, width };
    }
    at = Math.max(end, at + 2);
  }
  return null;
}

/** The 64 values of the table with number 0, in zigzag order; null where the segment holds others only. */
function firstTable(segment: Uint8Array): number[] | null {
  for (let at = 0; at < segment.length;) {
    const bytesEach = segment[at] >> 4 === 0 ? 1 : 2;
    const end = at + 1 + 64 * bytesEach;
    if ((segment[at] & 15) === 0 && end <= segment.length) {
      return Array.from({ length: 64 }, (_, i) => {
        const from = at + 1 + i * bytesEach;
        return bytesEach === 1 ? segment[from] : segment[from] * 256 + segment[from + 1];
      });
    }
    at = end;
  }
  return null;
}

/** Chroma is subsampled where the first component has more samples than the second. */
function subsamplingOf(frame: Uint8Array): JpegCoding['subsampling'] {
  const components = frame[5];
  return components < 3 || frame[7] === frame[10] ? '4:4:4' : '4:2:0';
}

function nearestQuality(table: readonly number[]): number {
  let nearest = 1;
  let least = Infinity;
  for (let quality = 1; quality <= 100; quality++) {
    const scale = quality < 50 ? Math.floor(5000 / quality) : 200 - 2 * quality;
    let distance = 0;
    table.forEach((value, i) => {
      const standard = Math.min(255, Math.max(1, Math.floor((standardLuma[i] * scale + 50) / 100)));
      distance += Math.abs(value - standard);
    });
    if (distance >= least) continue;
    least = distance;
    nearest = quality;
  }
  return nearest;
}
