// Korean titles: particles by the sound before them, deeds as what stands before a noun.

import { analyse } from '../storyteller/frames/ko/analyse.ts';
import { conjugate } from '../storyteller/frames/ko/conjugate.ts';
import { storyName } from '../storyteller/frames/ko/names.ts';
import { withParticle } from '../storyteller/frames/ko/particles.ts';
import { possessive } from '../storyteller/frames/ko/people.ts';
import { settingOf } from '../storyteller/frames/ko/places.ts';
import { mend } from '../storyteller/frames/ko/spelling.ts';
import type { Choice } from '../storyteller/frames/types.ts';
import type { TitleMaterial } from './title-material.ts';

const HANGUL_NAME = /^[가-힣a-zA-Z0-9 ]{1,12}$/;
/** What one is at, not what one goes to. */
const BESIDE = /(?:위|아래|밑|옆|앞|뒤|속|안|곁|가운데|사이)$/;
/** 집에 간 아이 is no story. */
const EVERYDAY = /(?:집|방 안|거실|부엌|욕실|길 위|창가|하늘)$/;

/** 달을 바라본다 → 달을 바라보는; undefined for what is no verb that is known. */
function asModifier(deed: string): string | undefined {
  const text = mend(deed).replace(/[\s.!?~…]+$/u, '');
  const cut = text.lastIndexOf(' ') + 1;
  const form = analyse(text.slice(cut), text.slice(0, cut));
  const ends = form !== undefined && /^(?:plain|polite|formal|casual|note|noun)$/.test(form.shape);
  if (!ends || !form.known || form.verb.kind !== 'verb' || text.length > 16 || !/^[가-힣 ]+$/.test(text))
    return undefined;
  return text.slice(0, cut) + conjugate(form.verb, form.tense === 'past' ? 'pastModifier' : 'modifier');
}

function ofPlace(place: string, hero: string | undefined): readonly string[] {
  const { kind, text } = settingOf(place);
  if (kind !== 'place') return /^[가-힣 ]+$/.test(place) && hero ? [`${place}, ${hero}`] : [];
  if (!/^[가-힣 ]+$/.test(text)) return [];
  const happened = EVERYDAY.test(text) ? [] : [`${text}에서 생긴 일`];
  if (hero === undefined) return happened;
  if (BESIDE.test(text)) return [`${text}의 ${hero}`, ...happened];
  return EVERYDAY.test(text) ? [] : [`${text}에 간 ${hero}`, ...happened];
}

/** On a cover 나의 reads better than 내. */
const ownerOf = (hero: string): string => (hero === '나' ? '나의' : possessive(hero));

export function koreanTitles(
  { heroes, companion, place, deed, themes }: TitleMaterial,
  choice: Choice,
): readonly string[] {
  const called = (name: string | undefined): string | undefined =>
    name !== undefined && HANGUL_NAME.test(name) ? storyName(name) : undefined;
  const hero = called(heroes[0]);
  const other = called(companion);
  const together = hero && other ? [`${withParticle(hero, '과/와')} ${other}`] : [];
  const modifier = deed === undefined ? undefined : asModifier(deed);
  const doing = hero && modifier ? [`${modifier} ${hero}`] : [];
  const there = place === undefined ? [] : ofPlace(place, hero);
  const themed = themes.slice(0, 3).map((theme, at) => (hero && at !== 1 ? `${ownerOf(hero)} ${theme}` : theme));
  const [theme, ...more] = themed;
  const middle = [...doing, ...there.slice(0, 1), ...(theme === undefined ? [] : [theme])];
  const turn = Math.floor(choice.next() * middle.length);
  return [...together, ...middle.slice(turn), ...middle.slice(0, turn), ...there.slice(1), ...more];
}
