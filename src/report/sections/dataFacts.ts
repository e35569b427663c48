import { type FileFinding, fileFinding } from '../../judge/fileFinding';
import { count } from '../../judge/words';
import type { FileTest, Result } from '../../protocol/result';
import { html, type Html } from '../html';
import { auroc, bytes, list, plural, range, share } from '../words/numbers';
import { facts } from './facts';

/** What was judged: the data set, what was skipped of it, and what the files themselves give away. */
export function dataFacts({ dataset, taskHead, fileTests, settings }: Result): Html {
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
    ${skipped.files.length > 0 && skippedFiles(skipped)} ${fileTests.length > 0 && fileTestTable(fileTests, settings)}
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

const findings: Readonly<Record<FileFinding, string>> = {
  hidden: 'file trace: gone when hidden',
  stays: 'seen hidden or not: in the pictures, or a trace that stays',
  none: 'no trace',
};

function fileTestTable(tests: readonly FileTest[], { size, guard }: Result['settings']): Html {
  return html`<h3 id="file-tests">What the files give away</h3>
    <p class="measure">
      A compressed file can betray a transform although the picture does not. These tests look before training: at the
      pictures as read at ${size} px, without the guard, and once the trace is hidden on both sides, by the guard (a
      small random crop) or, for gaps in the histogram, by dither. What shows only as read is a file
      trace${guard > 0 && ': reported, never judged by'}. What shows hidden, too, lies in the pictures, or in a trace
      that the guard does not hide: a detector could go by either, and where it tells an orientation, the closing look
      that shifts both sides by half a pixel says whether by such a trace.
      ${guard === 0 && 'The guard was off in this run: verdicts may rest on all that is seen here.'}
    </p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="file-tests">
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">Test</th>
            <th scope="col">Would give away</th>
            <th scope="col" class="number-cell">AUROC as read</th>
            <th scope="col" class="number-cell">AUROC hidden</th>
            <th scope="col" class="number-cell">Pictures a side</th>
            <th scope="col">Finding</th>
          </tr>
        </thead>
        <tbody>
          ${tests.map(
            (test) =>
              html`<tr>
                <th scope="row">${test.name}, ${test.channel}</th>
                <td>${test.transform}</td>
                <td class="number-cell">${withInterval(test.unguarded)}</td>
                <td class="number-cell">${withInterval(test.guarded)}</td>
                <td class="number-cell">${count(test.n)}</td>
                <td>${findings[fileFinding(test)]}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function withInterval({ auroc: value, interval95 }: FileTest['guarded']): Html {
  return html`${auroc(value)} <span class="quiet">${range(interval95, auroc)}</span>`;
}
