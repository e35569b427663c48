import type { HeadFires } from '../../judge/families/sibling';
import type { NetworkOutputs } from '../measuring/networkOutputs';

/** By pool index: how each head fires (logit > 0, as in the paper's step 2) on the same pictures, clean and transformed. */
export function headFires(clean: NetworkOutputs, transformed: NetworkOutputs): HeadFires[] {
  const { n, transforms } = clean;
  return Array.from({ length: transforms }, (_, head) => {
    const counts = { transformed: 0, onlyTransformed: 0, onlyClean: 0 };
    for (let i = 0; i < n; i++) {
      const before = clean.headLogits[i * transforms + head] > 0;
      const after = transformed.headLogits[i * transforms + head] > 0;
      if (after) counts.transformed++;
      if (after && !before) counts.onlyTransformed++;
      if (before && !after) counts.onlyClean++;
    }
    return { ...counts, n };
  });
}
