import { element } from './element';

/** A place whose text is read out when it changes. */
export interface Announcer {
  readonly element: HTMLElement;
  say(text: string): void;
}

export function createAnnouncer(): Announcer {
  const live = element('div', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' });
  return {
    element: live,
    say: (text) => {
      // The same words twice are news, too.
      live.textContent = live.textContent === text ? `${text}\u00a0` : text;
    },
  };
}
