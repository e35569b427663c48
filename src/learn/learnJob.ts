import type { Transform } from '../augment/transform';
import type { Feed } from '../data/feed/feed';
import type { ControlPictures } from '../data/split/setAside';
import type { JudgingSplit } from '../data/split/splitForJudging';
import type { Engine } from '../engine/engine';
import type { EventBody } from '../protocol/events';
import type { LearnState } from './learnState';
import type { LearnSettings } from './learnSettings';

/** What learning is given: data, an engine, settings, and where to put what it finds. */
export interface LearnJob {
  readonly feed: Feed;
  readonly split: JudgingSplit;
  /** Pictures set aside for the controls; null where they are off or there are too few pictures. */
  readonly controls: ControlPictures | null;
  /** Class names; empty without labels. */
  readonly classes: readonly string[];
  /** The class index of an item; −1 without a label. */
  readonly labelOf: (item: number) => number;
  readonly pool: readonly Transform[];
  /** Working side in pixels. */
  readonly size: number;
  readonly guard: number;
  readonly engine: Engine;
  readonly settings: LearnSettings;
  /** Where an earlier process of the same run ended, or null. */
  readonly resumed: LearnState | null;
  readonly sink: LearnSink;
  /** Asks to end after the current step, with a checkpoint and what was measured so far. */
  readonly signal: AbortSignal;
  /** Seconds since this process began with the run; for time budgets, rates and the ETA. */
  readonly now: () => number;
}

/** Where a run leaves its traces; implemented over the run folder. */
export interface LearnSink {
  emit(event: EventBody): void;
  saveCheckpoint(state: LearnState): Promise<void>;
  /** Keeps a file under this name, relative to the run folder. */
  savePreview(name: string, content: Uint8Array): Promise<void>;
  /** Per-picture logits and probe scores of the latest evaluation. */
  saveScores(scores: Readonly<Record<string, Float32Array>>): Promise<void>;
}
