// The words that the book itself prints, besides its story, in the book's language.
import type { Locale } from '../story.ts';

export interface PrintedWords {
  readonly untitled: string;
  readonly by: string;
  readonly cover: string;
  readonly end: string;
  readonly colophon: string;
  readonly title: string;
  readonly authors: string;
  readonly words: string;
  readonly edited: string;
  readonly captions: string;
  readonly pictures: string;
  readonly printsNote: string;
  readonly fonts: string;
  readonly emoji: string;
  readonly made: string;
  readonly madeWith: string;
  readonly modelNotice: string;
  readonly rulesEngine: string;
  readonly person: string;
  readonly teacher: string;
  readonly model: (engine: string) => string;
  readonly alt: (name: string, action: string) => string;
  readonly and: (first: string, more: number) => string;
}

export const WORDING: Readonly<Record<Locale, PrintedWords>> = {
  ko: {
    untitled: '우리들의 이야기',
    by: '글·그림',
    cover: '표지',
    end: '끝',
    colophon: '이 책은',
    title: '제목',
    authors: '글·그림',
    words: '글 도움',
    edited: '글 다듬음',
    captions: '그림 설명',
    pictures: '그림 지문',
    printsNote: '받은 그림 파일의 SHA-256 값, 앞 12자리',
    fonts: '글꼴',
    emoji: '이모지',
    made: '만든 도구',
    madeWith: 'TalesRunner로 만들었습니다. 그림은 고치지 않고 그대로 실었습니다.',
    modelNotice: '이 책에는 인공지능(AI) 모델이 쓴 글이 들어 있습니다.',
    rulesEngine: '이야기틀(규칙으로 문장을 짓는 프로그램, AI 모델 아님)',
    person: '없음(글쓴이가 직접 썼습니다)',
    teacher: '선생님',
    model: (engine) => `AI(${engine})`,
    alt: (name, action) => `${name} 그림. ${action}`,
    and: (first, more) => `${first} 외 ${more}명`,
  },
  en: {
    untitled: 'Our Story',
    by: 'Words and pictures by',
    cover: 'Cover',
    end: 'The End',
    colophon: 'About this book',
    title: 'Title',
    authors: 'Words and pictures',
    words: 'Help with words',
    edited: 'Edited by',
    captions: 'Picture captions',
    pictures: 'Picture prints',
    printsNote: 'First 12 digits of the SHA-256 of each picture as it was received',
    fonts: 'Fonts',
    emoji: 'Emoji',
    made: 'Made with',
    madeWith: 'TalesRunner. The pictures are printed as they were given, unaltered.',
    modelNotice: 'This book contains text written by an artificial intelligence (AI) model.',
    rulesEngine: 'Story frames (a program that builds sentences by rules; not an AI model)',
    person: 'none (the authors wrote it themselves)',
    teacher: 'a teacher',
    model: (engine) => `AI (${engine})`,
    alt: (name, action) => `A picture of ${name}: ${action}`,
    and: (first, more) => `${first} and ${more} more`,
  },
};
