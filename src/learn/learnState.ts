import { type Closing, type Magnitude, noClosing } from '../protocol/closing';
import type { FileTest } from '../protocol/result';
import type { Measurement } from './measuring/evaluate';
import type { TrainingState } from './trainingState';

/**
 * All that a run has learned so far. With its seed and its data it is also all that is needed to go on as if the run had never
 * been interrupted: every random draw follows from the seed and the position.
 */
export interface LearnState {
  /** Planned image presentations; null until a budget in minutes has been turned into presentations. */
  plannedPresentations: number | null;
  /** In order: the screening stage first, then every evaluation. */
  measurements: readonly Measurement[];
  fileTests: readonly FileTest[];
  /** How well image statistics alone tell each strength; null before the screening. */
  screenedMagnitudes: readonly Magnitude[] | null;
  /** Null before training. */
  training: TrainingState | null;
  /** What was looked at after the last evaluation, as far as it was. */
  closing: Closing;
  readonly seconds: LearnSeconds;
}

/** What was looked at so far: strengths by image statistics alone until the network has looked at them. */
export function closingOf({ closing, screenedMagnitudes }: LearnState): Closing {
  return { ...closing, magnitudes: closing.magnitudes ?? screenedMagnitudes };
}

/** Where the time went, over all processes of the run. */
export interface LearnSeconds {
  total: number;
  training: number;
  measuring: number;
  /** The part of training in which the step waited for data. */
  waiting: number;
}

/** Before anything was done. */
export function newLearnState(): LearnState {
  return {
    plannedPresentations: null,
    measurements: [],
    fileTests: [],
    screenedMagnitudes: null,
    training: null,
    closing: noClosing,
    seconds: { total: 0, training: 0, measuring: 0, waiting: 0 },
  };
}

/** The state as named arrays and one JSON value, the form in which checkpoints are saved. */
export interface PackedState {
  readonly arrays: Readonly<Record<string, Float32Array | Uint8Array>>;
  readonly state: unknown;
}

export function packState({ training, ...rest }: LearnState): PackedState {
  if (training === null) return { arrays: {}, state: { ...rest, presentations: null } };
  const { presentations, parameters, optimizerState, averaged } = training;
  return { arrays: { parameters, optimizerState, averaged }, state: { ...rest, presentations } };
}

/** The inverse of `packState`. Throws an Error when arrays are missing: the checkpoint is of another version. */
export function unpackState({ arrays, state }: PackedState): LearnState {
  const { presentations, ...rest } = state as Omit<LearnState, 'training'> & { presentations: number | null };
  const floats = (name: string): Float32Array => {
    const array = arrays[name];
    if (array instanceof Float32Array) return array;
    throw new Error(`The checkpoint holds no ${name}; it was made by another version. Start the run anew.`);
  };
  const training =
    presentations === null
      ? null
      : {
          presentations,
          parameters: floats('parameters'),
          optimizerState: floats('optimizerState'),
          averaged: floats('averaged'),
        };
  return { ...rest, training };
}
