// Titles for a book without network: from who is in it, where it plays and what is done, by the grammar of its language.
import { itemsIn } from '../../items.ts';
import type { Manuscript } from '../../story.ts';
import { seededChoice } from '../storyteller/frames/choice.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { seedOf } from './seed.ts';
import type { TitleMaterial } from './title-material.ts';
import { englishTitles } from './titles-en.ts';
import { koreanTitles } from './titles-ko.ts';
import { TITLE_THEMES } from './words/title-themes.ts';

const MOST = 5;
const LONGEST = 40;

const commonest = (items: readonly string[]): string | undefined => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0];
};

const isPlace = (text: string, locale: Manuscript['locale']): boolean =>
  text.length <= 20 && /[가-힣]/.test(text) === (locale === 'ko') && !/[<>@/\\{}]/.test(text);

function placeOf({ scenes, locale }: Manuscript, evidence: readonly Evidence[]): string | undefined {
  const typed = scenes.flatMap(({ fields }) => itemsIn(fields.setting ?? '')).filter((item) => isPlace(item, locale));
  const seen = evidence.flatMap(({ found }) =>
    found.flatMap(({ entry }) => (entry.kind === 'setting' ? (entry.shown?.[locale] ?? []) : [])),
  );
  return commonest(typed) ?? commonest(seen);
}

function themesOf({ locale, seed }: Manuscript, evidence: readonly Evidence[], content: number): readonly string[] {
  const { next } = seededChoice(content + seed);
  const topics = [
    ...new Set(evidence.flatMap(({ topics }) => [...topics.setting.slice(0, 2), ...topics.action.slice(0, 2)])),
  ];
  const own = topics.flatMap((topic) => TITLE_THEMES[topic.replace('+', '')]?.[locale] ?? []);
  const any = (TITLE_THEMES['any']?.[locale] ?? []).map((theme) => ({ theme, at: next() }));
  return [...own, ...any.toSorted((one, other) => one.at - other.at).map(({ theme }) => theme)];
}

/** Up to five, best first, in the book's language; another seed gives others. */
export function titlesFor(manuscript: Manuscript): readonly string[] {
  const { scenes, locale, seed } = manuscript;
  const evidence = scenes.map(evidenceOf);
  const names = scenes.flatMap(({ fields }) => itemsIn(fields.name));
  const hero = commonest(names);
  const heroes = hero === undefined ? [] : [hero];
  const others = [...names, ...scenes.flatMap(({ fields }) => itemsIn(fields.character ?? ''))];
  // “민서” is no companion of “도윤이와 민서”.
  const isAnother = (name: string): boolean => hero === undefined || !(hero.includes(name) || name.includes(hero));
  const companion = commonest(others.filter(isAnother));
  const place = placeOf(manuscript, evidence);
  const deed = scenes.map(({ fields }) => itemsIn(fields.i_action)[0]).find((text) => text !== undefined);
  const content = seedOf(JSON.stringify(scenes.map(({ fields, caption }) => [fields, caption?.text])));
  const material: TitleMaterial = {
    heroes,
    ...(companion !== undefined && { companion }),
    ...(place !== undefined && { place }),
    ...(deed !== undefined && { deed }),
    themes: themesOf(manuscript, evidence, content),
  };
  const titles = (locale === 'ko' ? koreanTitles : englishTitles)(material, seededChoice(content ^ seed));
  const fitting = titles.filter((title) => title.length <= LONGEST && title !== manuscript.title?.trim());
  return [...new Set(fitting)].slice(0, MOST);
}
