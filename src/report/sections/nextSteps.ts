import type { Result } from '../../protocol/result';
import { html, type Content, type Html } from '../html';
import { list } from '../words/numbers';

/** What to do now, as a short numbered list that follows from the safe set. */
export function nextSteps(result: Result): Html {
  return html`<section id="next" aria-labelledby="next-title">
    <h2 id="next-title">What to do now</h2>
    <ol>
      ${steps(result).map((step) => html`<li>${step}</li>`)}
    </ol>
  </section>`;
}

function steps(result: Result): Content[] {
  const { safeSet, transforms, use } = result;
  const harmful = transforms.filter(({ verdict }) => verdict === 'harmful').map(({ name }) => name);
  const undecided = transforms.filter(({ verdict }) => verdict === 'undecided').map(({ name }) => name);
  const avoid = harmful.length > 0 && html`Never train on ${list(harmful)}: they break labels.`;
  const settle =
    undecided.length > 0 &&
    html`Leave out ${list(undecided)} until a longer run decides (<code>safe-aug learn … --budget standard</code>), or
      look at what stands in the way below.`;
  const usage: Content =
    safeSet.length > 0
      ? html`For each picture draw ${use.subsetSize} of the ${safeSet.length} safe transforms and apply each with
          probability ${use.p}. <code>safe-aug export RUN --to albumentations-yaml</code> writes exactly this, with the
          strengths that were judged; <code>albumentations-py</code>, <code>albumentations-json</code>,
          <code>torchvision-py</code> and <code>safe-aug</code> are the other forms.`
      : html`Train the last epochs without these transforms: none is shown to be safe, and an export is an empty
        pipeline.`;
  const paper =
    safeSet.length > 0 &&
    html`As in the paper: train on all but the harmful ones first, then fine-tune on the safe set. Its gain was not
    shown on your data, and in the paper's own Table 2 training on all is ahead once.`;
  return [usage, paper, avoid, settle].filter(Boolean);
}
