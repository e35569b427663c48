import type { TransformResult } from '../../protocol/result';
import { decimal } from './numbers';

/** The strengths a transform was judged with, as words: "gamma limit 80 to 120". Empty when it has none. */
export function strengths({ params }: Pick<TransformResult, 'params'>): string {
  return Object.entries(params)
    .map(([name, value]) => `${spaced(name)} ${written(value)}`)
    .join(', ');
}

function spaced(camelCase: string): string {
  return camelCase.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
}

function written(value: number | readonly number[]): string {
  if (typeof value === 'number') return plain(value);
  if (value.length !== 2) return value.map(plain).join(', ');
  const [low, high] = value;
  if (low === high) return plain(low);
  return low === -high ? `±${plain(high)}` : `${plain(low)} to ${plain(high)}`;
}

function plain(value: number): string {
  return decimal(value, Number.isInteger(value) ? 0 : 4).replace(/(\.\d*?)0+$/, '$1');
}
