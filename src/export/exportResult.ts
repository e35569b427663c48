import type { Result } from '../protocol/result';
import { withMilder } from './milder';
import type { ExportOptions } from './target';
import { targets } from './targets';

/**
 * The safe set of a result, with what is safe in a smaller range only, as the text of a configuration file; an empty set gives an empty pipeline that says why.
 *
 * @throws when the target is unknown (the message lists the known ones) or a transform has no equivalent with these settings.
 */
export function exportResult(result: Result, target: string, options: ExportOptions): string {
  const found = targets.find(({ name }) => name === target);
  if (!found) {
    throw new Error(`Cannot export to "${target}". Choose one of ${targets.map(({ name }) => name).join(', ')}.`);
  }
  return found.render(withMilder(result), options);
}
