// The storytellers that tell each page by itself from its fields and caption, in Korean, by a fine-tuned checkpoint:
// `kot5`, and `kogpt2` beside it. How a page is told is the engines' business.
import { TalesError } from '../../errors.ts';
import type { Manuscript, Note, Passage } from '../../story.ts';
import type { Storyteller, Translator } from '../types.ts';
import type { Kogpt2Engine } from './kogpt2-engine.ts';
import type { Kot5Engine, Kot5Page } from './kot5-engine.ts';
import { kot5Scenes } from './kot5-scenes.ts';

/** The note of a told page: what was left out weighs more than the language it is in. */
function noteOf({ leftOut }: Kot5Page, { locale }: Manuscript): Note | undefined {
  if (leftOut.length > 0) return { code: 'left-out', fields: leftOut };
  return locale === 'ko' ? undefined : { code: 'untranslated', locale: 'ko' };
}

function toldBy(engine: string, page: Kot5Page, manuscript: Manuscript): Passage {
  const note = noteOf(page, manuscript);
  return { text: page.text, locale: 'ko', source: { kind: 'model', engine }, ...(note && { note }) };
}

function createPageByPage(name: string, load: () => Promise<Kot5Engine>, translator: Translator): Storyteller {
  return {
    name,
    async tell(manuscript, wanted, { signal, onPage } = {}) {
      const call = signal ? { signal } : {};
      const sceneAt = (index: number) => {
        const scene = manuscript.scenes[index];
        if (!scene) throw new RangeError(`there is no scene ${index}`);
        return scene;
      };
      const open = wanted.filter((index) => sceneAt(index).text === undefined);
      for (const index of wanted) if (sceneAt(index).text !== undefined) onPage?.(index);
      const scenes = await kot5Scenes({ scenes: open.map(sceneAt) }, translator, call);
      const told =
        open.length === 0
          ? []
          : await (await load()).write(scenes, { ...call, onPage: (place) => onPage?.(open[place] ?? -1) });
      return wanted.map((index): Passage => {
        const { text } = sceneAt(index);
        if (text !== undefined) return { text, locale: manuscript.locale, source: { kind: 'person' } };
        const page = told[open.indexOf(index)];
        if (!page) throw new RangeError(`no text was told for scene ${index}`);
        return toldBy(name, page, manuscript);
      });
    },
  };
}

export const createKot5 = (load: () => Promise<Kot5Engine>, translator: Translator): Storyteller =>
  createPageByPage('kot5', load, translator);

/**
 * For comparisons with KoT5: `auto` never takes it. What the original fine-tuned said nothing behind its input; a book
 * with blank pages is none, so `tell` then throws `answer-unusable`.
 */
export function createKogpt2(load: () => Promise<Kogpt2Engine>, translator: Translator): Storyteller {
  const teller = createPageByPage('kogpt2', load, translator);
  return {
    ...teller,
    async tell(manuscript, wanted, options) {
      const told = await teller.tell(manuscript, wanted, options);
      const isBlank = told.some(({ text, source }) => source.kind === 'model' && text === '');
      if (isBlank) throw new TalesError('answer-unusable', { model: 'kogpt2', reason: 'faulty' });
      return told;
    },
  };
}
