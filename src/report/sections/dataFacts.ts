import type { FileTest, Result } from '../../protocol/result';
import { html, type Html } from '../html';
import { count } from '../../judge/words';
import { auroc, bytes, list, plural, range, share } from '../words/numbers';
import { facts } from './facts';

/** What was judged: the data set, what was skipped of it, and what the files themselves give away. */
export function dataFacts({ dataset, taskHead, fileTests }: Result): Html {
  const { classes, fingerprint, skipped } = dataset;
  return html`<section id="data" aria-labelledby="data-title">
    <h2 id="data-title">Data</h2>
    ${facts([
      ['Folder', dataset.path],
      ['Format', dataset.format],
      [
        'Pictures',
        `${count(dataset.images)} usable: ${count(dataset.training)} to learn from, ${count(dataset.judging)} held out for judging`,
      ],
      ['Channels', dataset.channels === 1 ? '1 (gray)' : '3 (RGB)'],
      ['Classes', classes.length ? `${classes.length}: ${list(classes)}` : 'none; detection alone'],
      [
        'Task accuracy',
        taskHead &&
          `${share(taskHead.accuracy)} (${range(taskHead.interval95, share)}) on ${count(taskHead.n)} held-out pictures`,
      ],
      [
        'Fingerprint',
        html`${plural(fingerprint.files, 'file')}, ${bytes(fingerprint.bytes)}, <code>${fingerprint.hash}</code>`,
      ],
      ['Skipped', skipped.count === 0 ? 'no files' : plural(skipped.count, 'file')],
    ])}
    ${skipped.files.length > 0 && skippedFiles(skipped)} ${fileTests.length > 0 && fileTestTable(fileTests)}
  </section>`;
}

function skippedFiles({ count: total, files }: Result['dataset']['skipped']): Html {
  return html`<details>
    <summary>Skipped files${files.length < total && `: the first ${files.length} of ${count(total)}`}</summary>
    <ul class="skipped">
      ${files.map(({ file, reason }) => html`<li><code>${file}</code> <span class="quiet">${reason}</span></li>`)}
    </ul>
  </details>`;
}

function fileTestTable(tests: readonly FileTest[]): Html {
  return html`<h3 id="file-tests">What the files give away</h3>
    <p class="measure">
      A compressed file can betray a transform although the picture does not. These tests read raw pixels before
      training; the guard is a small random crop that both sides pass. What only the unguarded side sees is a file
      trace: reported, never judged by.
    </p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="file-tests">
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">Test</th>
            <th scope="col">Would give away</th>
            <th scope="col" class="number-cell">AUROC unguarded</th>
            <th scope="col" class="number-cell">AUROC guarded</th>
            <th scope="col" class="number-cell">Pictures a side</th>
            <th scope="col">Finding</th>
          </tr>
        </thead>
        <tbody>
          ${tests.map(
            ({ name, channel, transform, unguarded, guarded, n, fileTrace }) =>
              html`<tr>
                <th scope="row">${name}, ${channel}</th>
                <td>${transform}</td>
                <td class="number-cell">${withInterval(unguarded)}</td>
                <td class="number-cell">${withInterval(guarded)}</td>
                <td class="number-cell">${count(n)}</td>
                <td>${fileTrace ? 'file trace' : 'nothing that the guard hides'}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function withInterval({ auroc: value, interval95 }: FileTest['guarded']): Html {
  return html`${auroc(value)} <span class="quiet">${range(interval95, auroc)}</span>`;
}
