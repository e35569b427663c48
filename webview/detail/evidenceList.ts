import { setChildren } from '../dom/children';
import { element, setText } from '../dom/element';
import { icon } from '../dom/icons';
import type { JudgedTransform } from '../model/judgedRun';
import { evidenceSentences, type EvidenceContext, type EvidenceSentence } from '../words/evidence';
import type { Words } from '../words/words';

/** The evidence as sentences, each with the sign of what it speaks of. */
export function createEvidenceList(): {
  readonly element: HTMLElement;
  update(transform: JudgedTransform, context: EvidenceContext, words: Words): void;
} {
  const list = element('ul', { class: 'evidence-list' });
  let topics = '';
  return {
    element: list,
    update: (transform, context, words) => {
      const sentences = evidenceSentences(transform, context, words);
      const now = sentences.map(({ topic }) => topic).join();
      if (now === topics) {
        sentences.forEach(({ text }, index) => setText(list.children[index].children[1], text));
      } else {
        topics = now;
        setChildren(list, sentences.map(item));
      }
    },
  };
}

function item({ topic, text }: EvidenceSentence): HTMLElement {
  return element('li', { class: `topic-${topic}` }, icon(topic), element('span', {}, text));
}
