import { exportedMembers } from '../../judge/pairs/members';
import { suspectedClasses } from '../../judge/rules/brokenClasses';
import { count } from '../../judge/words';
import { namedBudgets } from '../../protocol/budgets';
import type { Result, TransformResult } from '../../protocol/result';
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
  const { transforms } = result;
  const named = (which: (one: TransformResult) => boolean): string[] =>
    transforms.filter(which).map(({ name }) => name);
  const harmful = named(({ verdict }) => verdict === 'harmful');
  const avoid = harmful.length > 0 && html`Never train on ${list(harmful)} as judged: they break labels.`;
  return [...usage(result), avoid, ...undecided(result)].filter(Boolean);
}

/** The set that an export holds, and how to draw from it: what was judged as a whole. */
function usage(result: Result): Content[] {
  const members = exportedMembers(result.transforms, result.closing);
  if (members.length === 0) {
    return [
      html`Train the last epochs without these transforms: none is shown to be safe, and an export is an empty pipeline.`,
    ];
  }
  const { use } = result;
  const verdict = result.closing.use?.verdict;
  const milder = members.filter(({ value }) => value !== null).map(({ name }) => name);
  const ranges = milder.length > 0 ? ` (${list(milder)} in the smaller range that is safe)` : '';
  const draw =
    verdict === 'shifting' || verdict === 'harmful'
      ? html`Apply one of the ${members.length} transforms of the set${ranges} to a picture, not several: drawn
        ${use.subsetSize} at a time with probability ${use.p}, as an export does, they are ${verdict}.`
      : html`For each picture draw ${use.subsetSize} of the ${members.length} transforms of the set${ranges} and apply
        each with probability ${use.p}.`;
  return [
    html`${draw} <code>safe-aug export RUN --to albumentations-yaml</code> writes this set with its strengths;
      <code>albumentations-py</code>, <code>albumentations-json</code>, <code>torchvision-py</code> and
      <code>safe-aug</code> are the other forms.`,
    html`As in the paper: train on all but the harmful ones${exceptDoubtful(result)} first, then fine-tune on the safe
    set. Its gain was not shown on your data, and in the paper's own Table 2 training on all is ahead once.`,
  ];
}

/** What may break labels is kept out of early training, too. */
function exceptDoubtful({ transforms }: Result): string {
  const doubtful = transforms
    .filter(
      ({ verdict, evidence: { labels } }) => verdict !== 'harmful' && labels && suspectedClasses(labels).length > 0,
    )
    .map(({ name }) => name);
  return doubtful.length > 0 ? ` (and without ${list(doubtful)}, which may break labels, too)` : '';
}

/** What a longer run would decide, and what it would not. */
function undecided({ transforms }: Result): Content[] {
  const open = transforms.filter(({ verdict }) => verdict === 'undecided');
  const named = (some: readonly TransformResult[]): string => list(some.map(({ name }) => name));
  const longer = open.filter((one) => one.needed?.presentations);
  const others = open.filter((one) => !one.needed?.presentations);
  const presentations = Math.max(0, ...longer.map((one) => one.needed?.presentations ?? 0));
  return [
    longer.length > 0 &&
      html`Leave out ${named(longer)} until a run of ${count(presentations)} presentations decides (<code
          >safe-aug learn … ${budgetFor(presentations)}</code
        >).`,
    others.length > 0 && html`Leave out ${named(others)}; what stands in the way is said below.`,
  ];
}

function budgetFor(presentations: number): string {
  const name = Object.entries(namedBudgets).find(([, shown]) => shown === presentations)?.[0];
  return name === undefined ? `--presentations ${presentations}` : `--budget ${name}`;
}
