/** Everything that training changes. With the seed it is all that is needed to go on where a run ended. */
export interface TrainingState {
  /** Images learned from so far; also the position in the presentation order and in every random stream. */
  presentations: number;
  parameters: Float32Array;
  optimizerState: Float32Array;
  /** Exponential moving average of the parameters; measurements use it. */
  averaged: Float32Array;
}

/** Before the first step: the averages start at the parameters. */
export function startingState(parameters: Float32Array, optimizerStateLength: number): TrainingState {
  return {
    presentations: 0,
    parameters,
    optimizerState: new Float32Array(optimizerStateLength),
    averaged: parameters.slice(),
  };
}
