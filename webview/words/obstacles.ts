import { presentationsBeforeSafe } from '../../src/judge/rules/enoughTraining';
import { sentence, toldApart } from '../../src/judge/words';
import type { PanelRun } from '../../src/protocol/panelState';
import type { JudgedRun, JudgedTransform } from '../model/judgedRun';
import { fill } from './fill';
import type { Words } from './words';

/** Why there is no verdict yet, or what a `safe` one does not rest on. What would settle it belongs to the advice. */
export function obstacles(
  transform: JudgedTransform,
  { run, judged }: { readonly run: PanelRun; readonly judged: JudgedRun },
  { strings, numbers }: Words,
): string[] {
  const { verdict, reasonCode } = transform;
  if (verdict === 'safe') {
    return run.settings.controls || reasonCode !== 'below-threshold' ? [] : [strings.controlsOff];
  }
  if (verdict !== 'undecided') return [];
  switch (reasonCode) {
    case 'across-threshold':
      // The sentence on where the interval lies has said it.
      return [];
    case 'too-early':
      return [fill(strings.tooEarly, numbers.count(presentationsBeforeSafe), numbers.count(judged.presentations ?? 0))];
    default:
      return [withoutFigures(transform)];
  }
}

/** The judge's reason without the figures that it begins with, which the evidence has told already. */
function withoutFigures({ name, reason, evidence }: JudgedTransform): string {
  if (evidence === null) return reason;
  const told = `${sentence(toldApart(name, evidence.alone.probe))} `;
  return reason.startsWith(told) ? reason.slice(told.length) : reason;
}
