/** Maps with at most `limit` calls under way at once; the results are in the order of the values. After an error no further call begins. */
export async function mapConcurrently<Value, Result>(
  values: readonly Value[],
  limit: number,
  map: (value: Value, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(values.length);
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < values.length) {
      const index = next++;
      try {
        results[index] = await map(values[index], index);
      } catch (error) {
        next = values.length;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, values.length) }, work));
  return results;
}
