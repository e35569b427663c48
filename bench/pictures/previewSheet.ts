import { join } from 'node:path';
import sharp from 'sharp';

const originals = 5;
const side = 96;
const gap = 8;

/** A sheet of previews: the originals in the first row, below them one row for each transform, in the order given. */
export async function previewSheet(folder: string, transforms: readonly string[]): Promise<Buffer> {
  const rows = ['original', ...transforms];
  const tiles = rows.flatMap((name, row) =>
    Array.from({ length: originals }, async (_, column) => {
      const file = join(folder, name === 'original' ? `original-${column}.webp` : `${name}-${column}-0.webp`);
      const input = await sharp(file).resize(side, side, { kernel: 'nearest', fit: 'fill' }).png().toBuffer();
      return { input, left: column * (side + gap), top: row * (side + gap) };
    }),
  );
  return sharp({
    create: {
      width: originals * (side + gap) - gap,
      height: rows.length * (side + gap) - gap,
      channels: 3,
      background: '#fff',
    },
  })
    .composite(await Promise.all(tiles))
    .webp({ quality: 85 })
    .toBuffer();
}
