// A class's books for the tests of anthologies: small drawings of different shapes, long and short names.
import type { Anthology, Book } from '../../../src/story.ts';
import { makeBook, type Shot, STORY } from '../books.ts';
import type { SceneName } from '../drawings.ts';

export interface TestClass {
  readonly anthology: Anthology;
  readonly read: (ref: { readonly key: string }) => Promise<Uint8Array>;
}

const SHAPES = [
  [240, 180],
  [180, 240],
  [200, 200],
  [300, 120],
] as const;
const SCENES: readonly SceneName[] = ['night', 'yard', 'forest', 'paper'];
const TITLES = ['달빛 소풍', 'The Snail', '🦕 공룡 친구', '아주아주 길고 긴 여름 방학 모험 이야기 '.repeat(4), ''];
const AUTHORS = [['김하늘'], ['José'], ['최유나', '한별'], Array.from({ length: 30 }, (_, i) => `글쓴이${i}`), []];

/** The second, seventh, … book is in English, the third, eighth, … told by a model. */
export async function makeClass(count: number, more: Partial<Anthology> = {}, shapes = 1): Promise<TestClass> {
  const made = await Promise.all(
    Array.from({ length: count }, (_, child) => {
      const shots = Array.from({ length: 1 + (child % 3) }, (_, page): Shot => {
        const [width, height] = SHAPES[(child + page) % SHAPES.length] ?? SHAPES[0];
        // Of another size for every child, so that no two share a picture.
        const scene = SCENES[(child + page) % SCENES.length] ?? 'night';
        return [scene, width * shapes + child, height * shapes + page, STORY[(child + page) % STORY.length] ?? ''];
      });
      return makeBook(shots, {
        title: TITLES[child % TITLES.length] ?? '',
        authors: AUTHORS[child % AUTHORS.length] ?? [],
        locale: child % 5 === 1 ? 'en' : 'ko',
        source: child % 5 === 2 ? { kind: 'model', engine: 'kot5' } : { kind: 'person' },
      });
    }),
  );
  const books: readonly Book[] = made.map(({ book }) => book);
  return {
    anthology: { title: '우리 반 이야기 숲', locale: 'ko', className: '3학년 2반', books, ...more },
    read: async (ref) => {
      for (const { book, read } of made)
        if (book.pages.some(({ picture }) => picture.key === ref.key)) return read(ref);
      throw new Error(`no such drawing: ${ref.key}`);
    },
  };
}
