// The storyteller that is always there: composes pages by grammar from their fields, without weights or network.
// What the sentences are is left to the grammar of the book's language.
import { throwIfCancelled } from '../../errors.ts';
import type { Locale, Manuscript, Passage } from '../../story.ts';
import type { Storyteller } from '../types.ts';
import { seededChoice } from './frames/choice.ts';
import { tellEnglish } from './frames/en/grammar.ts';
import { tellKorean } from './frames/ko/grammar.ts';
import { planBook } from './frames/plan.ts';
import type { Grammar } from './frames/types.ts';

const ENGINE = 'frames';
const GRAMMARS: Readonly<Record<Locale, Grammar>> = { ko: tellKorean, en: tellEnglish };

function passageAt(manuscript: Manuscript, index: number, told: readonly string[] | undefined): Passage {
  const scene = manuscript.scenes[index];
  if (scene === undefined) throw new RangeError(`there is no scene ${index}`);
  const { locale } = manuscript;
  if (scene.text !== undefined) return { text: scene.text, locale, source: { kind: 'person' } };
  return { text: (told ?? []).join(' '), locale, source: { kind: 'rules', engine: ENGINE } };
}

/** The whole book is composed at every call, so that a page's text does not depend on which pages are wanted. */
export function createFrames(): Storyteller {
  return {
    name: ENGINE,
    async tell(manuscript, wanted, options = {}) {
      throwIfCancelled(options.signal);
      const book = GRAMMARS[manuscript.locale](planBook(manuscript), seededChoice(manuscript.seed));
      return wanted.map((index) => {
        throwIfCancelled(options.signal);
        const passage = passageAt(manuscript, index, book[index]);
        options.onPage?.(index);
        return passage;
      });
    },
  };
}
