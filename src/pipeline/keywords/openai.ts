// The suggester `openai`: words that help people on with a scene, as the original's step with GPT-4o did, and titles.
// What is not fit to be tapped is left out; a model that has too few is told so once.
import { z } from 'zod';
import { itemsIn } from '../../items.ts';
import type { SceneSoFar } from '../../jobs.ts';
import { KEYWORD_KINDS, type Keywords, type Locale, type Manuscript } from '../../story.ts';
import { isIn, LANGUAGE } from '../llm/languages.ts';
import type { LanguageModel } from '../llm/types.ts';
import type { KeywordRequest, KeywordSuggester } from '../types.ts';

const LEAST = 3;
const MOST = 5;
/** Characters that fit on a button. */
const LONGEST = 40;
/** Tokens. */
const LONGEST_ANSWER = 4000;

const FORMS: Readonly<Record<Locale, string>> = {
  ko: 'Korean forms: places and times as in "비 오는 운동장", actions as in "물을 준다", feelings as in "설렌다".',
  en: 'English forms: places and times as in "a rainy schoolyard", actions as in "waters the flowers", feelings as in "excited".',
};

const keywordTask = (locale: Locale): string =>
  `A child tells a picture book, one scene for each picture. You suggest words that may help the child on with "scene".
Give ${MOST} words or short phrases in ${LANGUAGE[locale]} for each of "setting" (where and when it is), "action" (what those in it do besides) and "feeling" (how they feel).
They fit what is said of the scene and the scenes before it ("before"), they are things that a young child knows, and kind. They differ from each other and from what is said already. Each has at most ${LONGEST} characters, no comma and no number before it.
${FORMS[locale]}`;

const titleTask = (locale: Locale): string =>
  `You suggest titles for a children's picture book from its scenes.
Give ${MOST} titles in ${LANGUAGE[locale]}, the best first: short, warm, and about what happens in this book alone. Each has at most ${LONGEST} characters, no quotation marks and no number before it.`;

const words = z.array(z.string());
const keywordAnswer = z.object({ setting: words, action: words, feeling: words });
const titleAnswer = z.object({ titles: words });

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s.!?]+/g, '');

/** Those that can be tapped: short, in the language, one thing each, new, and no more than enough. */
function usable(given: readonly string[], locale: Locale, said: readonly string[]): readonly string[] {
  const seen = new Set(said.map(plain));
  const tidy = given.map((text) => text.trim().replace(/^(?:[-•*]|\d+[.)])\s*/, ''));
  const fit = tidy.filter((text) => {
    const isNew = !seen.has(plain(text));
    seen.add(plain(text));
    return isNew && text !== '' && [...text].length <= LONGEST && !/[,，、\n]/.test(text) && isIn(locale, text);
  });
  return fit.slice(0, MOST);
}

function usableKeywords(given: Keywords, { locale, scene }: KeywordRequest): Keywords {
  const said = Object.values(scene.fields).flatMap((field) => itemsIn(field));
  const of = (kind: (typeof KEYWORD_KINDS)[number]) => usable(given[kind], locale, said);
  return { setting: of('setting'), action: of('action'), feeling: of('feeling') };
}

const tooFew = (name: string, count: number, locale: Locale): string =>
  `Only ${count} of "${name}" can be used: they are to be new, in ${LANGUAGE[locale]}, without commas, and at most ${LONGEST} characters long.`;

/** As the model is shown it: no more than it needs. */
const sceneOf = ({ caption, fields }: SceneSoFar) => ({ ...(caption && { picture: caption.text }), ...fields });

function manuscriptOf({ title, level, scenes }: Manuscript) {
  const pages = scenes.map(({ caption, fields, text }) => ({
    ...sceneOf({ fields, ...(caption && { caption }) }),
    ...(text !== undefined && { text }),
  }));
  return { ...(title && { title_so_far: title }), reading_level: level, scenes: pages };
}

export function createOpenAiSuggester(model: LanguageModel): KeywordSuggester {
  return {
    name: 'openai',
    async keywords(request, options) {
      const { locale, scene, others } = request;
      const faults = (given: Keywords): readonly string[] => {
        const kept = usableKeywords(given, request);
        return KEYWORD_KINDS.filter((kind) => kept[kind].length < LEAST).map((kind) =>
          tooFew(kind, kept[kind].length, locale),
        );
      };
      const given = await model.ask(
        {
          name: 'keywords',
          task: keywordTask(locale),
          material: { scene: sceneOf(scene), before: others.map(sceneOf) },
          answer: keywordAnswer,
          faults,
          longest: LONGEST_ANSWER,
        },
        options,
      );
      return { suggested: usableKeywords(given, request) };
    },
    async titles(manuscript, options) {
      const { locale, title, seed } = manuscript;
      const kept = (given: readonly string[]) =>
        usable(
          given.map((text) => text.replace(/^["'“‘「『《]+|["'”’」』》]+$/g, '')),
          locale,
          title ? [title] : [],
        );
      const { titles } = await model.ask(
        {
          name: 'titles',
          task: titleTask(locale),
          material: manuscriptOf(manuscript),
          answer: titleAnswer,
          faults: (given) => (kept(given.titles).length === 0 ? [tooFew('titles', 0, locale)] : []),
          seed,
          longest: LONGEST_ANSWER,
        },
        options,
      );
      return { suggested: kept(titles) };
    },
  };
}
