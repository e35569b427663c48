import type { PanelState } from '../../src/protocol/panelState';
import type { Stage } from '../../src/protocol/vocabulary';

export const steps = ['read', 'screen', 'learn', 'write'] as const;
export type Step = (typeof steps)[number];

const stepOf: Readonly<Record<Stage, Step>> = {
  inspect: 'read',
  prepare: 'read',
  files: 'read',
  screening: 'screen',
  training: 'learn',
  measuring: 'learn',
  closing: 'learn',
  writing: 'write',
};

/** One segment of the progress track. */
export interface TrackSegment {
  readonly step: Step;
  /** 0..1 */
  readonly filled: number;
  readonly current: boolean;
}

/** How far each step is; training and measuring take turns and are one step, as far as its presentations. */
export function stageTrack(state: Pick<PanelState, 'stage' | 'progress' | 'training'>): TrackSegment[] {
  const { stage } = state;
  const current = stage === null ? -1 : steps.indexOf(stepOf[stage]);
  return steps.map((step, index) => ({
    step,
    current: index === current,
    filled: index < current ? 1 : index > current || stage === null ? 0 : filledPart(stage, state),
  }));
}

function filledPart(stage: Stage, { progress, training }: Pick<PanelState, 'progress' | 'training'>): number {
  const share = (part: { readonly done: number; readonly total: number | null } | null): number =>
    part?.total ? Math.min(1, part.done / part.total) : 0;
  switch (stage) {
    case 'prepare':
    case 'screening':
      return share(progress);
    case 'files':
      return 1;
    case 'training':
    case 'measuring':
    case 'closing':
      return share(training);
    case 'inspect':
    case 'writing':
      return 0;
  }
}

/** Seconds to the end of the run by the last estimate, less what has passed since; null when there is none. */
export function secondsLeft({ estimate, elapsedMs }: PanelState): number | null {
  if (estimate === null) return null;
  return Math.max(0, estimate.seconds - (elapsedMs - estimate.elapsedMs) / 1000);
}
