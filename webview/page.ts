import type { HostMessage } from '../src/protocol/panelMessages';
import { createAnnouncer } from './dom/announcer';
import type { HostConnection } from './hostConnection';
import { parseArrangement, type Arrangement } from './model/arrangement';
import { createJudgementCache } from './model/judgementCache';
import { withMessage, type PageState } from './model/pageState';
import type { PageActions, PageView, RunView } from './pageView';
import { createPanelView, type PanelView } from './panelView';
import { isLive } from './words/answer';
import { fill } from './words/fill';
import { createWords, type Words } from './words/words';

/** Listens to the host, keeps what the user arranged, and draws at most once a frame. */
export function startPage(host: HostConnection, body: HTMLElement): void {
  const announcer = createAnnouncer();
  const judge = createJudgementCache();
  let state: PageState | null = null;
  let words: Words | null = null;
  let view: PanelView | null = null;
  let arrangement: Arrangement = parseArrangement(host.kept());
  /** The threshold under the pointer during a drag. */
  let tried: number | null = null;
  let revealed: string | null = null;
  let isScheduled = false;

  const actions: PageActions = {
    act: (action) => host.post({ type: 'act', action }),
    arrange: (changes) => {
      arrangement = { ...arrangement, ...changes };
      keep();
      schedule();
    },
    tryThreshold: (threshold) => {
      tried = threshold;
      schedule();
    },
    chooseThreshold,
    say: announcer.say,
  };

  host.onMessage(receive);
  host.post({ type: 'ready' });

  function receive(message: HostMessage): void {
    if (message.type === 'reveal') {
      revealed = message.transform;
      actions.arrange({ tab: 'evidence', open: message.transform, verdicts: [], search: '' });
      return;
    }
    const next = withMessage(state, message);
    if (next === 'lost') return host.post({ type: 'ready' });
    state = next;
    if (message.type === 'snapshot') {
      words = createWords(message.host.strings, message.host.language);
      keep();
    }
    schedule();
  }

  /** VS Code hands this to the serializer, which finds the run by its folder. */
  function keep(): void {
    if (state) host.keep({ ...arrangement, runFolder: state.host.runFolder });
  }

  function chooseThreshold(threshold: number | null): void {
    tried = null;
    schedule();
    if (!state || state.panel.chosenThreshold === threshold) return;
    host.post({ type: 'setThreshold', threshold });
    // The host will say the same; the rows need not wait for it.
    state = { ...state, panel: { ...state.panel, chosenThreshold: threshold } };
    sayCounts(state);
  }

  function sayCounts({ panel }: PageState): void {
    const judged = panel.run && judge(panel, panel.chosenThreshold ?? panel.run.settings.threshold);
    if (!judged || !words) return;
    const { strings, numbers } = words;
    const { safe, undecided, shifting, harmful } = judged.counts;
    const counts = fill(strings.countsSpoken, safe, undecided, shifting, harmful);
    announcer.say(fill(strings.thresholdSpoken, numbers.decimal(judged.threshold, 3), counts));
  }

  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    requestAnimationFrame(() => {
      isScheduled = false;
      draw();
    });
  }

  function draw(): void {
    if (!state || !words) return;
    if (!view) {
      view = createPanelView(words, actions);
      body.append(view.element, announcer.element);
    }
    const page: PageView = { state: state.panel, host: state.host, words, arrangement, live: isLive(state.panel) };
    view.update(page, runView(page));
    if (revealed !== null) view.reveal(revealed);
    revealed = null;
  }

  function runView(page: PageView): RunView | null {
    const { run, chosenThreshold } = page.state;
    if (run === null) return null;
    const own = run.settings.threshold;
    const asRun = judge(page.state, own);
    const settled = judge(page.state, chosenThreshold ?? own);
    const judged = judge(page.state, tried ?? chosenThreshold ?? own);
    return judged && settled && asRun && { ...page, run, judged, settled, asRun };
  }
}
