// What the commands about what is kept say.
import type { Locale } from '../../story.ts';
import type { ShownClass } from './books.ts';

interface ShownBook {
  readonly id: string;
  readonly state: 'open' | 'deleted';
  readonly title?: string;
  readonly class?: ShownClass;
  readonly pictures?: number;
  readonly books?: number;
  readonly lastChange?: string;
  readonly keptUntil?: string;
}

interface KeepingWording {
  readonly noBooks: (folder: string) => string;
  readonly book: (book: ShownBook) => string;
  readonly askDelete: (id: string) => string;
  readonly kept: string;
  readonly needsYes: string;
  readonly stopFirst: string;
  readonly goneAlready: string;
  readonly atNextStart: string;
  readonly exported: (folder: string, files: number) => string;
  readonly careful: string;
  readonly written: (file: string) => string;
}

const known = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(' · ');

export const KEEPING_WORDING: Readonly<Record<Locale, KeepingWording>> = {
  ko: {
    noBooks: (folder) => `보관하고 있는 책이 없어요: ${folder}`,
    book: ({ id, state, title, class: room, pictures, books, lastChange, keptUntil }) =>
      `${id}\n  ${known([
        state === 'deleted' ? '지운 책 (지웠다는 기록만)' : (title ?? '제목 없음'),
        room && (room.title ? `${room.title} ${room.label}` : room.label),
        pictures === undefined ? undefined : `그림 ${pictures}장`,
        books ? `만든 책 ${books}권` : undefined,
        lastChange && `마지막으로 바뀐 날 ${lastChange}`,
        keptUntil && `저절로 지워지는 날 ${keptUntil}`,
      ])}`,
    askDelete: (id) => `${id} 책의 그림과 글, 만든 책을 모두 지울까요? 되돌릴 수 없어요.`,
    kept: '지우지 않았어요.',
    needsYes: '지우지 않았어요. 정말 지우려면 --yes를 붙여 주세요.',
    stopFirst: '지금은 프로그램이 켜져 있어요. 먼저 프로그램을 끄세요.',
    goneAlready: '벌써 지운 책이에요.',
    atNextStart: '대화방에 올린 책은 프로그램을 다음에 켤 때 거두어요.',
    exported: (folder, files) => `${folder} 폴더에 담았어요. (그림과 책 파일 ${files}개, session.json, README.txt)`,
    careful: '아이의 그림과 글이 들어 있으니 잘 간수해 주세요.',
    written: (file) => `${file} 파일을 만들었어요. 빈칸을 채우고, 학교의 개인정보 담당자와 함께 살펴봐 주세요.`,
  },
  en: {
    noBooks: (folder) => `No books are kept in ${folder}.`,
    book: ({ id, state, title, class: room, pictures, books, lastChange, keptUntil }) =>
      `${id}\n  ${known([
        state === 'deleted' ? 'deleted (only that is remembered)' : (title ?? 'untitled'),
        room && (room.title ? `${room.title}, ${room.label}` : room.label),
        pictures === undefined ? undefined : `${pictures} picture(s)`,
        books ? `${books} finished book(s)` : undefined,
        lastChange && `last changed ${lastChange}`,
        keptUntil && `deleted by itself after ${keptUntil}`,
      ])}`,
    askDelete: (id) => `Delete all pictures, words and books of ${id}? This cannot be undone.`,
    kept: 'Nothing was deleted.',
    needsYes: 'Nothing was deleted. Add --yes to delete it.',
    stopFirst: 'The program is running now. Stop it first.',
    goneAlready: 'That book was deleted before.',
    atNextStart: 'Messages with a book in a chat are taken back when the program is started next.',
    exported: (folder, files) => `Exported to ${folder} (${files} picture and book files, session.json, README.txt).`,
    careful: "It holds children's pictures and words: please keep it safe.",
    written: (file) => `Made ${file}. Fill in the blanks, and go through it with your privacy officer.`,
  },
};
