import { exportedMembers } from '../../judge/pairs/members';
import { trainFirst } from '../../judge/trainFirst';
import { count } from '../../judge/words';
import { namedBudgets } from '../../protocol/budgets';
import type { Result, TransformResult } from '../../protocol/result';
import { html, type Content, type Html } from '../html';
import { list, plural } from '../words/numbers';
import { oneAtATime, unsafeUse } from '../words/use';

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
  const { use, closing } = result;
  const milder = members.filter(({ value }) => value !== null).map(({ name }) => name);
  const ranges = milder.length > 0 ? ` (${list(milder)} in the smaller range that is safe)` : '';
  const unsafe = unsafeUse(result);
  const together = closing.use && plural(closing.use.subsetSize, 'transform');
  const draw =
    unsafe === null
      ? html`For each picture draw ${use.subsetSize} of the ${members.length} transforms of the set${ranges} and apply
        each with probability ${use.p}.`
      : html`Draw ${oneAtATime}, of the ${members.length} transforms of the set${ranges}: drawn ${together} at a time,
        they are ${unsafe}.`;
  return [
    html`${draw} <code>safe-aug export RUN --to albumentations-yaml</code> writes this set with its strengths;
      <code>albumentations-py</code>, <code>albumentations-json</code>, <code>torchvision-py</code> and
      <code>safe-aug</code> are the other forms.`,
    html`As in the paper: train on ${trainFirst(result.transforms, result.dataset.task)} first, then fine-tune on the
    safe set. Its gain was not shown on your data, and in the paper's own Table 2 training on all is ahead once.`,
  ];
}

/** What a longer run would decide, what it takes images for, and what neither would. */
function undecided({ transforms, closing }: Result): Content[] {
  // What is in the set in a smaller range is not to be left out.
  const members = exportedMembers(transforms, closing);
  const open = transforms.filter(
    ({ name, verdict }) => verdict === 'undecided' && !members.some((one) => one.name === name),
  );
  const named = (some: readonly TransformResult[]): string => list(some.map(({ name }) => name));
  const most = (some: readonly TransformResult[], what: 'images' | 'presentations'): number =>
    Math.max(0, ...some.map(({ needed }) => needed?.[what] ?? 0));
  const withImages = open.filter(({ needed }) => needed?.images);
  const longer = open.filter(({ needed }) => needed?.presentations && !needed.images);
  const others = open.filter(({ needed }) => !needed?.presentations && !needed?.images);
  const run = (presentations: number): string => `a run of ${count(presentations)} presentations`;
  const command = (presentations: number): Html => html`(<code>safe-aug learn … ${budgetFor(presentations)}</code>)`;
  const alone = most(longer, 'presentations');
  const both = most(withImages, 'presentations');
  return [
    longer.length > 0 && html`Leave out ${named(longer)} until ${run(alone)} decides ${command(alone)}.`,
    withImages.length > 0 &&
      html`Leave out ${named(withImages)} until more images decide, about ${count(most(withImages, 'images'))}
      more${both > 0 ? html`, and ${run(both)} ${command(both)}` : ''}.`,
    others.length > 0 && html`Leave out ${named(others)}; what stands in the way is said below.`,
  ];
}

function budgetFor(presentations: number): string {
  const name = Object.entries(namedBudgets).find(([, shown]) => shown === presentations)?.[0];
  return name === undefined ? `--presentations ${presentations}` : `--budget ${name}`;
}
