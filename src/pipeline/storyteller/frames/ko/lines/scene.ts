// Lines for where and when a page is, and who else is there.
import { particle, withParticle } from '../particles.ts';
import type { Line } from '../teller.ts';
import type { View } from '../view.ts';

export interface Spot {
  readonly view: View;
  readonly text: string;
}

const notFirst = ({ view }: Spot): boolean => !view.first;
/** 오늘 and 어제 take no particle. */
const isDay = ({ text }: Spot): boolean => /^(?:오늘|어제|그저께|그제)$/.test(text);
/** 옛날 옛적 and 일주일 뒤 begin a tale or lead on in it; nothing turns into them. */
const isFar = ({ text }: Spot): boolean => /옛날|옛적|[뒤후전]$/.test(text);
const fresh = ({ view }: Spot): boolean => !view.first && !view.sameSetting;

export const PLACES: readonly Line<Spot>[] = [
  {
    id: 'place-here',
    fits: ({ view }) => !view.sameSetting,
    say: ({ text }) => `여기는 ${withParticle(text, '이에요/예요')}.`,
  },
  {
    id: 'place-was',
    fits: ({ view }) => !view.sameSetting && !view.busy && view.level !== '유아',
    say: ({ text }) => `${text}에서 있었던 일이에요.`,
  },
  { id: 'place-begin', fits: ({ view }) => view.first, say: ({ text }) => `이야기는 ${text}에서 시작돼요.` },
  { id: 'place-now', fits: fresh, say: ({ text }) => `이번에는 ${withParticle(text, '이에요/예요')}.` },
  { id: 'place-already', fits: fresh, say: ({ text }) => `어느새 ${withParticle(text, '이에요/예요')}.` },
  {
    id: 'place-what',
    fits: (spot) => fresh(spot) && !spot.view.busy && spot.view.level !== '유아' && !spot.view.grave,
    say: ({ text }) => `${text}에서는 무슨 일이 있었을까요?`,
  },
  {
    id: 'place-still',
    fits: (spot) => notFirst(spot) && spot.view.sameSetting,
    say: ({ text }) => `아직 ${withParticle(text, '이에요/예요')}.`,
  },
  {
    id: 'place-again',
    fits: (spot) => notFirst(spot) && !spot.view.grave && spot.view.sameSetting,
    say: ({ text }) => `${text}에서는 또 무슨 일이 있었을까요?`,
  },
];

/** Settings in another language or in signs. */
export const FOREIGN_PLACES: readonly Line<Spot>[] = [
  { id: 'foreign-where', say: ({ text }) => `이야기가 펼쳐진 곳은 ‘${text}’${particle(text, '이에요/예요')}.` },
  { id: 'foreign-here', say: ({ text }) => `여기는 ‘${text}’${particle(text, '이에요/예요')}.` },
];

export const TIMES: readonly Line<Spot>[] = [
  { id: 'time-today', fits: (spot) => isDay(spot), say: ({ text }) => `바로 ${text} 있었던 일이에요.` },
  {
    id: 'time-when',
    fits: (spot) => !isDay(spot) && !isFar(spot),
    say: ({ text }) => `때는 ${withParticle(text, '이었어요/였어요')}.`,
  },
  {
    id: 'time-was',
    fits: (spot) => !isDay(spot) && !isFar(spot),
    say: ({ text }) => `${withParticle(text, '이었어요/였어요')}.`,
  },
  {
    id: 'time-story',
    fits: (spot) => spot.view.level !== '유아' && !isDay(spot),
    say: ({ text }) => `${text}에 있었던 일이에요.`,
  },
  {
    id: 'time-then',
    fits: (spot) => fresh(spot) && !isDay(spot) && !isFar(spot),
    say: ({ text }) => `어느새 ${withParticle(text, '이/가')} 되었어요.`,
  },
];

/** 멀리, 집에 와서, where no doing takes them. */
export const MANNERS: readonly Line<Spot>[] = [
  { id: 'manner-was', say: ({ text }) => `${text.replace(/멀리$/, '멀리서')} 있었던 일이에요.` },
  { id: 'manner-happened', say: ({ text }) => `${text.replace(/멀리$/, '멀리서')} 일어난 일이에요.` },
];

/** What the sky and the light do, without a will of their own. */
const SKY: readonly (readonly [of: RegExp, doing: string])[] = [
  [/하늘$/, '펼쳐져 있었'],
  [/(?:햇살|햇볕|달빛|별빛)$/, '비치고 있었'],
  [/바람$/, '불고 있었'],
  [/노을$/, '지고 있었'],
  [/(?:무지개|구름)$/, '떠 있었'],
];
const weather = (text: string): string =>
  text.endsWith('날씨')
    ? `${text}였`
    : `${withParticle(text, '이/가')} ${SKY.find(([of]) => of.test(text))?.[1] ?? '보였'}`;

export const WEATHERS: readonly Line<Spot>[] = [
  { id: 'weather-was', say: ({ text }) => `${weather(text)}어요.` },
  { id: 'weather-known', fits: ({ view }) => !view.grave, say: ({ text }) => `${weather(text)}지요.` },
];

interface Company {
  readonly view: View;
  readonly others: string;
}

const small = ({ view }: Company): boolean => view.level === '유아' || view.busy || view.dark;
const near = (view: View): string => (view.firstPerson ? view.of : view.who);

export const NEWCOMERS: readonly Line<Company>[] = [
  { id: 'with-too', fits: ({ view }) => !view.dark, say: ({ others }) => `${others}도 함께였어요.` },
  {
    id: 'with-near',
    fits: (c) => !small(c),
    say: ({ view, others }) => `${near(view)} 곁에는 ${withParticle(others, '이/가')} 있었어요.`,
  },
  {
    id: 'with-there',
    fits: ({ view }) => view.settings.some(({ kind }) => kind === 'place'),
    say: ({ others }) => `그곳에는 ${others}도 있었어요.`,
  },
  { id: 'with-beside', say: ({ others }) => `곁에는 ${others}도 있었어요.` },
  {
    id: 'with-who',
    fits: (c) => !small(c),
    say: ({ others }) => `옆에는 누가 있었을까요? 바로 ${withParticle(others, '이에요/예요')}!`,
  },
  { id: 'with-look', fits: (c) => !small(c), say: ({ others }) => `어, 저기 ${others}도 보여요!` },
];

export const RETURNERS: readonly Line<Company>[] = [
  {
    id: 'again-too',
    fits: ({ view }) => !view.grave,
    say: ({ others }) => `이번에도 ${withParticle(others, '이/가')} 함께했어요.`,
  },
  { id: 'again-came', fits: (c) => !small(c), say: ({ others }) => `앗, ${others}도 또 왔어요!` },
  { id: 'again-there', fits: ({ view }) => view.dark, say: ({ others }) => `그 자리에는 ${others}도 있었어요.` },
  { id: 'again-beside', say: ({ others }) => `${others}도 여전히 곁에 있었어요.` },
  {
    id: 'again-met',
    fits: (c) => !small(c),
    say: ({ others }) => `${withParticle(others, '을/를')} 여기서 또 만났네요.`,
  },
];
