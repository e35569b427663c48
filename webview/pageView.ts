import type { PanelAction, PanelHost } from '../src/protocol/panelMessages';
import type { PanelRun, PanelState } from '../src/protocol/panelState';
import type { Arrangement } from './model/arrangement';
import type { JudgedRun } from './model/judgedRun';
import type { Words } from './words/words';

/** Everything that a part of the page is drawn from. */
export interface PageView {
  readonly state: PanelState;
  readonly host: PanelHost;
  readonly words: Words;
  readonly arrangement: Arrangement;
  /** The run goes on. */
  readonly live: boolean;
}

/** The same once the run has said what it looks at. */
export interface RunView extends PageView {
  readonly run: PanelRun;
  /** By the threshold as it stands, in the middle of a drag, too. */
  readonly judged: JudgedRun;
  /** By the threshold that was let go of last: rows keep their places while the slider moves. */
  readonly settled: JudgedRun;
  /** By the run's own threshold. */
  readonly asRun: JudgedRun;
}

/** What the user can do. */
export interface PageActions {
  act(action: PanelAction): void;
  arrange(changes: Partial<Arrangement>): void;
  /** Judges by this threshold for the time of a drag. */
  tryThreshold(threshold: number): void;
  /** Judges by it from now on; null = the run's own. */
  chooseThreshold(threshold: number | null): void;
  /** Has it read out. */
  say(text: string): void;
}

/** A part of the page: made once, then kept up to date in place. */
export interface Part<View> {
  readonly element: HTMLElement;
  update(view: View): void;
}
