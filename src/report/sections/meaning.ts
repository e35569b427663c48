import type { Result } from '../../protocol/result';
import { html, type Html } from '../html';
import { list } from '../words/numbers';
import { verdictOrder, verdictWords } from '../words/verdicts';
import { badge } from './badge';

/** What the verdicts mean, what they do not, and where the method comes from. */
export function meaning(result: Result): Html {
  return html`<section id="meaning" aria-labelledby="meaning-title">
      <h2 id="meaning-title">What the verdicts mean</h2>
      <dl class="meanings">
        ${verdictOrder.map(
          (verdict) =>
            html`<div>
              <dt>${badge(verdict)}</dt>
              <dd>${verdictWords[verdict].meaning}</dd>
            </div>`,
        )}
      </dl>
      <h3>What they do not mean</h3>
      <ul class="measure">
        <li>Safe is not useful: whether a transform helps your task is another question. Shifting is not useless.</li>
        <li>${inCompany(result)}</li>
        <li>
          A verdict holds for this data, these strengths and this picture size, for this detector after this much
          learning.
        </li>
        <li>
          Intervals speak of this trained detector on these held-out pictures; another seed may move an AUROC by about
          0.03.
        </li>
      </ul>
      <h3>How the figures are made</h3>
      <ul class="measure">
        <li>
          AUROC: share of pairs of a clean and a transformed picture that the probe orders rightly; 0.5 is guessing, 1
          is always. The probe is a cross-fitted linear classifier on the network's features and on coarse image
          statistics, measured on pictures held out from training.
        </li>
        <li>
          Bars are paired DeLong intervals at 95 % over the whole pool and all looks at once; shares have Wilson
          intervals.
        </li>
        <li>
          False alarms and accuracy within subsets are the figures of the paper. Accuracy is shown as gain over never
          saying “applied”, since most transforms are absent from most pictures.
        </li>
      </ul>
    </section>
    <section id="cite" aria-labelledby="cite-title">
      <h2 id="cite-title">How to cite</h2>
      <p class="measure">
        The method follows <cite>Safe Augmentation: Learning Task-Specific Transformations from Data</cite>,
        <a href="https://arxiv.org/abs/1907.12896">arXiv 1907.12896</a> (2019). Name the version, the seed and the
        settings above along with it.
      </p>
    </section>`;
}

/** What of transforms in company was looked at, and what was not. */
function inCompany({ closing: { pairs, use } }: Pick<Result, 'closing'>): string {
  const looked = [
    ...(pairs !== null && pairs.pairs.length > 0 ? ['pairs of safe ones'] : []),
    ...(use === null ? [] : ['the recommended use']),
  ];
  return looked.length === 0
    ? 'Each transform was judged alone. Two safe ones applied together may still be seen.'
    : `Each verdict above is of a transform alone. Of safe ones in company ${list(looked)} ${looked.join() === 'the recommended use' ? 'was' : 'were'} judged (see Used together); any other combination may still be seen.`;
}
