/**
 * The plain average of several batches' statistics, as PyTorch's running statistics with momentum=None: what inference
 * normalises by. Double sums, so that the order of batches hardly matters.
 * @param batches each [B], as a BatchStatisticsProgram gives them
 * @throws RangeError without batches, or when their lengths differ.
 */
export function poolBatchStatistics(batches: readonly Float32Array[]): Float32Array {
  if (batches.length === 0) throw new RangeError('There are no batch statistics to pool.');
  const sums = new Float64Array(batches[0].length);
  for (const batch of batches) {
    if (batch.length !== sums.length) {
      throw new RangeError(`Batch statistics of ${batch.length} and ${sums.length} values cannot be pooled.`);
    }
    batch.forEach((value, i) => (sums[i] += value));
  }
  return Float32Array.from(sums, (sum) => sum / batches.length);
}
