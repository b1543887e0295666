// The suggester that needs no network: keywords and titles from what is said of scenes, by word lists in both languages.
import { throwIfCancelled } from '../../errors.ts';
import { itemsIn } from '../../items.ts';
import type { Locale } from '../../story.ts';
import type { KeywordRequest, KeywordSuggester } from '../types.ts';
import { chooseKeywords } from './choose.ts';
import { evidenceOf, PLACES_TO_READ } from './evidence.ts';
import { seedOf } from './seed.ts';
import { titlesFor } from './titles.ts';

const SHORT = 24;
const inLanguage = (text: string, locale: Locale): boolean => /[가-힣]/.test(text) === (locale === 'ko');

/** Where the scenes before play, the latest first: books come back to their places. */
function recurringSettings({ others, locale }: KeywordRequest): readonly string[] {
  const settings = others
    .toReversed()
    .flatMap(({ fields }) => itemsIn(fields.setting ?? ''))
    .filter((item) => item.length <= SHORT && inLanguage(item, locale) && !/[\n<>@/\\]/.test(item));
  return [...new Set(settings)];
}

export function createLocalSuggester(): KeywordSuggester {
  return {
    name: 'local',
    async keywords(request, { signal } = {}) {
      throwIfCancelled(signal);
      const { scene, locale, others } = request;
      const { fields, caption } = scene;
      const words = [caption?.text, ...PLACES_TO_READ.map((place) => (place === 'caption' ? '' : fields[place]))];
      const suggested = chooseKeywords({
        locale,
        evidence: evidenceOf(scene),
        said: {
          setting: fields.setting ?? '',
          action: [fields.i_action, fields.action].filter(Boolean).join(', '),
          feeling: fields.feeling ?? '',
        },
        recurring: recurringSettings(request),
        classification: fields.classification,
        seed: seedOf(JSON.stringify([...words, fields.classification, others.length])),
      });
      return { suggested };
    },
    async titles(manuscript, { signal } = {}) {
      throwIfCancelled(signal);
      return { suggested: titlesFor(manuscript) };
    },
  };
}
