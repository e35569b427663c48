import type { NetworkOutputs } from '../../../src/learn/measuring/networkOutputs';

/** Network outputs with the given task and head logits, one row a picture. */
export function outputs(parts: { task?: number[][]; heads?: number[][] }): NetworkOutputs {
  const task = parts.task ?? [];
  const heads = parts.heads ?? task.map(() => []);
  return {
    n: heads.length,
    taskLogits: Float32Array.from(task.flat()),
    headLogits: Float32Array.from(heads.flat()),
    features: new Float32Array(heads.length),
    classes: task[0]?.length ?? 0,
    transforms: heads[0]?.length ?? 0,
    featureCount: 1,
  };
}
