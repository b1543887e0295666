// The storyteller `kot5`: each page by itself from its fields and caption, in Korean, by a fine-tuned checkpoint.
import type { Manuscript, Note, Passage } from '../../story.ts';
import type { Storyteller, Translator } from '../types.ts';
import type { Kot5Engine, Kot5Page } from './kot5-engine.ts';
import { kot5Scenes } from './kot5-scenes.ts';

/** The note of a told page: what was left out weighs more than the language it is in. */
function noteOf({ leftOut }: Kot5Page, { locale }: Manuscript): Note | undefined {
  if (leftOut.length > 0) return { code: 'left-out', fields: leftOut };
  return locale === 'ko' ? undefined : { code: 'untranslated', locale: 'ko' };
}

function toldBy(page: Kot5Page, manuscript: Manuscript): Passage {
  const note = noteOf(page, manuscript);
  return { text: page.text, locale: 'ko', source: { kind: 'model', engine: 'kot5' }, ...(note && { note }) };
}

export function createKot5(load: () => Promise<Kot5Engine>, translator: Translator): Storyteller {
  return {
    name: 'kot5',
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
        return toldBy(page, manuscript);
      });
    },
  };
}
