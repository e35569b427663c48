import type { EventBody } from '../protocol/events';
import type { TrainingStep } from './trainJointly';

/** Presentations between two metrics events: smooth enough to read, and the same points in every run. */
const every = 1024;

/** Averages the steps' losses and accuracies and emits them as metrics events at fixed presentation counts. */
export function createMetricsAverage(emit: (event: EventBody) => void): {
  add(step: TrainingStep, presentations: number): void;
} {
  let steps: TrainingStep[] = [];
  return {
    add: (step, presentations) => {
      steps.push(step);
      if (presentations % every !== 0) return;
      const images = steps.reduce((sum, one) => sum + one.images, 0);
      const taskCorrect = sum(steps.map((one) => one.taskCorrect));
      const taskLoss = sum(steps.map((one) => one.taskLoss));
      emit({
        type: 'metrics',
        presentations,
        learningRate: step.learningRate,
        taskLoss: taskLoss === null ? null : taskLoss / steps.length,
        headsLoss: steps.reduce((total, one) => total + one.headsLoss, 0) / steps.length,
        taskAccuracy: taskCorrect === null ? null : taskCorrect / images,
      });
      steps = [];
    },
  };
}

/** Null as soon as one value is. */
function sum(values: readonly (number | null)[]): number | null {
  let total = 0;
  for (const value of values) {
    if (value === null) return null;
    total += value;
  }
  return total;
}
