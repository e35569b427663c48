import type { Auroc } from '../../protocol/evidence';
import type { Result, TransformResult } from '../../protocol/result';
import { dotRow, type RowAxis } from '../charts/rowChart';
import { picturesOf, type ReportExtras } from '../extras';
import { html, markup, type Content, type Html } from '../html';
import { advice } from '../words/advice';
import { evidenceInWords } from '../words/evidence';
import { auroc, range } from '../words/numbers';
import { strengths } from '../words/settings';
import { classTable } from './classTable';
import { badge } from './badge';
import { anchorOf } from './anchor';
import { aurocTable } from './aurocTable';
import { evidencePictures } from './evidencePictures';
import { magnitudeCurve } from './magnitudeCurve';
import { sharedAurocAxis } from './tableColumns';

/** One article per transform: evidence in words, what to do, what sees it, what it does to pictures, class by class. */
export function transformDetails(ordered: readonly TransformResult[], result: Result, extras: ReportExtras): Html {
  const axis = sharedAurocAxis(result);
  return html`<section id="transforms" aria-labelledby="transforms-title">
    <h2 id="transforms-title">Transform by transform</h2>
    ${ordered.map((transform) => article(transform, result, extras, axis))}
  </section>`;
}

interface Observer {
  readonly observer: string;
  /** Null when it was not measured. */
  readonly seen: Auroc | null;
  /** The verdict is judged by this one. */
  readonly decides?: boolean;
}

function article(transform: TransformResult, result: Result, extras: ReportExtras, axis: RowAxis): Html {
  const { name, verdict, family, reason } = transform;
  const settings = strengths(transform);
  return html`<article class="transform" id="${anchorOf(name)}" aria-labelledby="${anchorOf(name)}-title">
    <header>
      <h3 id="${anchorOf(name)}-title">${name}</h3>
      ${badge(verdict)}
      <span class="quiet">${family}${settings && `; ${settings}`}</span>
    </header>
    <div class="transform-body">
      <div class="transform-words">
        <p class="reason">${reason}</p>
        <ul>
          ${evidenceInWords(transform, result).map((line) => html`<li>${line}</li>`)}
        </ul>
        <h4>What to do</h4>
        <p>${advice(transform, result)}</p>
      </div>
      <div class="transform-figures">
        ${seenBy(transform, axis)}${magnitudeCurve(transform, result)}${classTable(transform, result)}
      </div>
    </div>
    ${gallery(transform, extras)} ${evidencePictures(transform, result, extras)}
  </article>`;
}

/** The same question asked of several observers, on the verdict table's axis. */
function seenBy({ name, verdict, evidence: { alone } }: TransformResult, axis: RowAxis): Html {
  const trained = alone.network !== null;
  const observers: readonly Observer[] = [
    { observer: 'Image statistics', seen: alone.statistics, decides: !trained },
    { observer: "Network's features", seen: alone.network },
    { observer: 'Both together', seen: trained ? alone.probe : null, decides: true },
    { observer: "Label's own logit", seen: alone.head },
  ];
  const rows = observers.map(({ observer, seen, decides = false }): Content => {
    if (!seen) return null;
    const { auroc: value, intervalJudged: interval } = seen;
    const spoken = `${name} by ${observer.toLowerCase()}: AUROC ${auroc(value)}, interval ${range(interval, auroc)}`;
    return html`<tr>
      <th scope="row">${observer}${decides && html` <span class="quiet">decides</span>`}</th>
      <td class="chart-cell">
        ${markup(dotRow(axis, { value, interval, kind: decides ? verdict : 'plain' }, spoken))}
      </td>
      <td class="number-cell">${auroc(value)}</td>
    </tr>`;
  });
  return aurocTable({ title: 'Who can tell it?', pictures: alone.n, rowsNamed: 'Seen by', axis, rows });
}

function gallery({ name }: TransformResult, extras: ReportExtras): Html | null {
  const pictures = picturesOf(name, extras);
  if (pictures.length === 0) return null;
  return html`<div class="gallery">
    <h4>What it does to your pictures <span class="quiet">clean first, then draws</span></h4>
    ${pictures.map(
      ({ original, draws, label }, index) =>
        html`<figure>
          <div class="strip">
            <img class="clean" src="${original}" alt="Picture ${index + 1}${label !== null && `, ${label}`}, clean" />
            ${draws.map((uri, draw) => html`<img src="${uri}" alt="Picture ${index + 1}, ${name}, draw ${draw + 1}" />`)}
          </div>
          ${label !== null && html`<figcaption>${label}</figcaption>`}
        </figure>`,
    )}
  </div>`;
}
