import { english, type Message } from './message';

/** Why a document cannot be edited, and what to do about it; nothing was changed. */
export class Refusal extends Error {
  constructor(readonly reason: Message) {
    super(english(reason));
    this.name = 'Refusal';
  }
}
