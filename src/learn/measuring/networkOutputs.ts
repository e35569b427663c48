/** What the network says about N pictures, row by row. K classes (0 without labels), T transforms, F pooled features. */
export interface NetworkOutputs {
  readonly n: number;
  /** N × K. */
  readonly taskLogits: Float32Array;
  /** N × T: the belief that each transform was applied; 0 is even odds. */
  readonly headLogits: Float32Array;
  /** N × F. */
  readonly features: Float32Array;
  readonly classes: number;
  readonly transforms: number;
  readonly featureCount: number;
}

/** Those of the first n pictures, in the same memory. */
export function firstOutputs(outputs: NetworkOutputs, n: number): NetworkOutputs {
  const { classes, transforms, featureCount } = outputs;
  return {
    ...outputs,
    n,
    taskLogits: outputs.taskLogits.subarray(0, n * classes),
    headLogits: outputs.headLogits.subarray(0, n * transforms),
    features: outputs.features.subarray(0, n * featureCount),
  };
}

/** Column `transform` of the head logits. */
export function headColumn(outputs: NetworkOutputs, transform: number): Float64Array {
  const column = new Float64Array(outputs.n);
  for (let i = 0; i < outputs.n; i++) column[i] = outputs.headLogits[i * outputs.transforms + transform];
  return column;
}

/** The winning class of every picture and its softmax probability. */
export interface Predictions {
  readonly classes: Int32Array;
  readonly confidences: Float64Array;
}

/** Argmax and softmax over the task logits; ties go to the lower class index. */
export function predict({ taskLogits, n, classes }: NetworkOutputs): Predictions {
  const winners = new Int32Array(n);
  const confidences = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const row = taskLogits.subarray(i * classes, (i + 1) * classes);
    let best = 0;
    for (let k = 1; k < classes; k++) if (row[k] > row[best]) best = k;
    let sum = 0;
    for (let k = 0; k < classes; k++) sum += Math.exp(row[k] - row[best]);
    winners[i] = best;
    confidences[i] = 1 / sum;
  }
  return { classes: winners, confidences };
}
