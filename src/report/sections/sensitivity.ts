import { shownRung, type Ladder } from '../../protocol/controls';
import type { Result } from '../../protocol/result';
import { aurocAxis, dotRow, type RowAxis } from '../charts/rowChart';
import { aurocScale } from '../charts/scale';
import { fileOf, type ReportExtras } from '../extras';
import { html, markup, type Html } from '../html';
import { controlsInWords, ladderTitles } from '../words/controls';
import { auroc, range } from '../words/numbers';
import { aurocTable } from './aurocTable';

/** What the detector could have seen, by marks planted on pictures that are never judged; null where there are no controls. */
export function sensitivity({ controls, settings }: Result, extras: ReportExtras): Html | null {
  if (controls === null) return null;
  const { appearance, orientation } = controls;
  const drawn = [...appearance.rungs, ...orientation.rungs].flatMap((rung) => rung.auroc.intervalJudged);
  const axis = aurocAxis(aurocScale(drawn), settings.threshold, 'safe');
  return html`<section id="sensitivity" aria-labelledby="sensitivity-title">
    <h2 id="sensitivity-title">What the detector could see</h2>
    <p class="measure">
      “Cannot be told” is worth as much as the detector. So faint marks were planted on pictures set aside for them,
      which no verdict rests on.
    </p>
    <ul class="measure">
      ${controlsInWords(controls).map((line) => html`<li>${line}</li>`)}
    </ul>
    <div class="ladders">
      <div>${ladderTable(ladderTitles.appearance, appearance, axis)}${markPictures(appearance, extras)}</div>
      <div>${ladderTable(ladderTitles.orientation, orientation, axis)}${markPictures(orientation, extras)}</div>
    </div>
  </section>`;
}

/** The faintest mark that it saw, for the reader to try. */
function markPictures(ladder: Ladder, extras: ReportExtras): Html | null {
  const rung = shownRung(ladder);
  const uris = rung?.pictures.map((file) => fileOf(file, extras)) ?? [];
  if (!rung || uris.length === 0 || uris.includes(null)) return null;
  const said =
    ladder.faintestSeen === null ? 'The strongest mark, which it could not see' : 'The faintest mark that it saw';
  return html`<figure class="mark-pictures">
    <div class="strip">${uris.map((uri, i) => html`<img src="${uri}" alt="Picture ${i + 1} of the pair" />`)}</div>
    <figcaption class="quiet">${said}: ±${rung.strength} levels, one picture of each side</figcaption>
  </figure>`;
}

function ladderTable(title: string, { rungs, required }: Ladder, axis: RowAxis): Html {
  const rows = rungs.map(({ strength, auroc: { auroc: value, intervalJudged: interval } }) => {
    const spoken = `±${strength} gray levels: AUROC ${auroc(value)}, interval ${range(interval, auroc)}`;
    return html`<tr>
      <th scope="row">±${strength} levels${strength === required && html` <span class="quiet">asked for</span>`}</th>
      <td class="chart-cell">${markup(dotRow(axis, { value, interval, kind: 'plain' }, spoken))}</td>
      <td class="number-cell">${auroc(value)}</td>
    </tr>`;
  });
  return aurocTable({ title, pictures: rungs[0]?.n ?? 0, rowsNamed: 'Strength in gray levels', axis, rows });
}
