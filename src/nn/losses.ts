import { divide, maximum, multiply, subtract } from '../graph/ops/arithmetic';
import { argMax } from '../graph/ops/argMax';
import { cast } from '../graph/ops/cast';
import { constant, scalar } from '../graph/ops/constant';
import { equal } from '../graph/ops/equal';
import { reduceSum } from '../graph/ops/reduceSum';
import { reshape } from '../graph/ops/reshape';
import { logSoftmax } from '../graph/ops/softmax';
import { softplus } from '../graph/ops/softplus';
import { sizeOf } from '../graph/shape';
import type { FloatTensor, Tensor } from '../graph/tensor';

/**
 * Mean cross-entropy of a softmax, as `torch.nn.functional.cross_entropy` with ignore_index −1: images without a label do
 * not count; 0 when no image has one.
 * @param logits [N, K]
 * @param labels [N], 0..K − 1 or −1
 */
export function softmaxCrossEntropy(logits: FloatTensor, labels: Tensor<'int32'>): FloatTensor {
  const oneHot = oneHotRows(labels, logits.shape[1]);
  const labelled = maximum(reduceSum(oneHot), scalar(1));
  return divide(multiply(reduceSum(multiply(oneHot, logSoftmax(logits))), scalar(-1)), labelled);
}

/**
 * Mean binary cross-entropy over all elements, as `torch.nn.functional.binary_cross_entropy_with_logits`.
 * @param targets same shape as the logits, 0..1
 */
export function sigmoidCrossEntropy(logits: FloatTensor, targets: FloatTensor): FloatTensor {
  const total = reduceSum(subtract(softplus(logits), multiply(logits, targets)));
  return divide(total, scalar(sizeOf(logits.shape)));
}

/** How many images have their label as the highest logit; those without a label never do. */
export function correctCount(logits: FloatTensor, labels: Tensor<'int32'>): FloatTensor {
  return reduceSum(cast(equal(argMax(logits), labels), 'float32'));
}

/** [N] → [N, classes]: 1 at the label; all 0 for −1. */
function oneHotRows(labels: Tensor<'int32'>, classes: number): FloatTensor {
  const all = constant(
    'int32',
    Int32Array.from({ length: classes }, (_, i) => i),
    [1, classes],
  );
  return cast(equal(reshape(labels, [labels.shape[0], 1]), all), 'float32');
}
