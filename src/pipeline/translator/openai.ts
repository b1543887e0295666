// The translator `openai`: short texts into the language of a book, all of them in one question.
import { z } from 'zod';
import { isTalesError, throwIfCancelled } from '../../errors.ts';
import type { Locale, Passage } from '../../story.ts';
import { isIn, LANGUAGE } from '../llm/languages.ts';
import type { LanguageModel } from '../llm/types.ts';
import type { CallOptions, Translator } from '../types.ts';

const STYLE: Readonly<Record<Locale, string>> = {
  ko: 'Write Korean that a child understands, in the plain written style that ends in "-다".',
  en: 'Write English that a child understands.',
};

const taskInto = (to: Locale): string =>
  `You translate short texts of a children's picture book into ${LANGUAGE[to]}.
Give one translation for each of "texts", in the same order. Say what the text says, and nothing more. Keep names. ${STYLE[to]}
A text that cannot be translated, because it means nothing, is null.`;

const answer = z.object({ translations: z.array(z.string().nullable()) });
type Answer = z.infer<typeof answer>;

function faultsOf({ translations }: Answer, count: number, to: Locale): readonly string[] {
  if (translations.length !== count) return [`There are ${translations.length} translations of ${count} texts.`];
  return translations.flatMap((text, index) =>
    text?.trim() && !isIn(to, text) ? [`Translation ${index + 1} is not in ${LANGUAGE[to]}.`] : [],
  );
}

async function translations(
  model: LanguageModel,
  texts: readonly string[],
  to: Locale,
  call: CallOptions,
): Promise<ReadonlyMap<string, string>> {
  const { translations: given } = await model
    .ask(
      {
        name: 'translation',
        task: taskInto(to),
        material: { texts },
        answer,
        faults: (said) => faultsOf(said, texts.length, to),
        temperature: 0,
        seed: 1,
      },
      call,
    )
    .catch((error: unknown) => {
      // A model that cannot do it leaves the texts as they are, with their notes; a service that fails may do it later.
      if (isTalesError(error) && error.code === 'answer-unusable') return { translations: [] };
      throw error;
    });
  return new Map(texts.flatMap((text, index) => (given[index]?.trim() ? [[text, given[index].trim()]] : [])));
}

const untranslated = (passage: Passage): Passage => ({
  ...passage,
  note: { code: 'untranslated', locale: passage.locale },
});

export function createOpenAiTranslator(model: LanguageModel): Translator {
  /** The book names all that had a hand in a text. */
  const enginesOf = ({ source }: Passage): string =>
    source.kind === 'model' && source.engine !== model.name ? `${source.engine} + ${model.name}` : model.name;
  return {
    name: 'openai',
    async translate(passages, to, call = {}) {
      throwIfCancelled(call.signal);
      const foreign = passages.filter(({ locale, text }) => locale !== to && text.trim() !== '');
      const texts = [...new Set(foreign.map(({ text }) => text))];
      const translated = texts.length === 0 ? new Map<string, string>() : await translations(model, texts, to, call);
      return passages.map((passage) => {
        if (passage.locale === to) return passage;
        const text = translated.get(passage.text);
        if (text === undefined) return untranslated(passage);
        return { text, locale: to, source: { kind: 'model', engine: enginesOf(passage) } };
      });
    },
  };
}
