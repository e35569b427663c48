import type { PanelState } from './panelState';
import type { PanelStrings } from './panelStrings';

/** From the extension host to the panel's page. */
export type HostMessage = Snapshot | Delta | Reveal;

/** Everything there is; the page forgets what it knew. Sent on `ready` and whenever the panel becomes visible. */
export interface Snapshot {
  readonly type: 'snapshot';
  readonly revision: number;
  readonly state: PanelState;
  readonly host: PanelHost;
}

/** The parts that changed since revision `base`, whole. A page that is at another revision asks for a snapshot by `ready`. */
export interface Delta {
  readonly type: 'delta';
  readonly base: number;
  readonly revision: number;
  readonly changes: Partial<PanelState>;
}

/** Opens the row of a transform and brings it into view. */
export interface Reveal {
  readonly type: 'reveal';
  readonly transform: string;
}

/** What does not change while a panel is open. */
export interface PanelHost {
  /** The run's folder; the page keeps it, so that the panel finds its run again after a reload. */
  readonly runFolder: string;
  /** Where the page loads files of the run from, without a slash at the end. */
  readonly fileRoot: string;
  readonly strings: PanelStrings;
  /** BCP 47, for numbers. */
  readonly language: string;
  /** False in an untrusted workspace, where runs can be looked at and nothing can be started or written. */
  readonly trusted: boolean;
}

/** From the page to the extension host. */
export type PageMessage =
  /** The page listens now, or lost track: send a snapshot. */
  | { readonly type: 'ready' }
  /** Judge by this probe AUROC from now on; null = by the run's own threshold. */
  | { readonly type: 'setThreshold'; readonly threshold: number | null }
  | { readonly type: 'act'; readonly action: PanelAction }
  /** Something in the page failed; for the log. */
  | { readonly type: 'problem'; readonly message: string };

/** What the panel's buttons ask for; the host does it. */
export const panelActions = [
  'stop',
  'stopNow',
  'resume',
  'learn',
  'writeSafeAugFile',
  'insertIntoConfig',
  'export',
  'openReport',
  'showLog',
] as const;
export type PanelAction = (typeof panelActions)[number];

/** The thresholds that can be chosen: AUROCs from guessing up to what nobody would call safe, in steps. */
export const thresholdRange = { low: 0.5, high: 0.9, step: 0.005 } as const;
