// The words that an anthology itself prints, in its language. Those it shares with every book are in `wording.ts`.
import type { Locale } from '../story.ts';

export interface AnthologyWords {
  readonly untitled: string;
  readonly contents: string;
  readonly stories: (count: number) => string;
  readonly volume: (number: number) => string;
  /** The title of the file of one volume. */
  readonly titled: (title: string, volume: string) => string;
  readonly className: string;
  readonly bound: string;
  readonly link: (title: string, page: number) => string;
  readonly elsewhere: (title: string, volume: string, page: number) => string;
  readonly firstPicture: (title: string) => string;
  /** A line of the last page, such as `글 도움: 이야기틀`. */
  readonly said: (label: string, what: string) => string;
  /** Of one of the books. */
  readonly modelNotice: string;
}

export const ANTHOLOGY_WORDS: Readonly<Record<Locale, AnthologyWords>> = {
  ko: {
    untitled: '우리들의 이야기',
    contents: '차례',
    stories: (count) => `이야기 ${count}편`,
    volume: (number) => `${number}권`,
    titled: (title, volume) => `${title} ${volume}`,
    className: '함께 만든 이들',
    bound: '실린 이야기',
    link: (title, page) => `${title}, ${page}쪽으로`,
    elsewhere: (title, volume, page) => `${title}, ${volume} ${page}쪽`,
    firstPicture: (title) => `‘${title}’의 첫 그림`,
    said: (label, what) => `${label}: ${what}`,
    modelNotice: 'AI 모델이 쓴 글이 들어 있습니다.',
  },
  en: {
    untitled: 'Our Stories',
    contents: 'Contents',
    stories: (count) => (count === 1 ? '1 story' : `${count} stories`),
    volume: (number) => `Volume ${number}`,
    titled: (title, volume) => `${title}, ${volume}`,
    className: 'Made together by',
    bound: 'In this book',
    link: (title, page) => `${title}, to page ${page}`,
    elsewhere: (title, volume, page) => `${title}, ${volume}, page ${page}`,
    firstPicture: (title) => `The first picture of “${title}”`,
    said: (label, what) => `${label}: ${what}`,
    modelNotice: 'Contains text written by an AI model.',
  },
};
