// Books for the renderer's tests, put together from drawings and texts.
import type { Book, Locale, Page, ReadingLevel, Source } from '../../src/story.ts';
import { type Drawn, draw, type SceneName } from './drawings.ts';

export type Shot = readonly [scene: SceneName, width: number, height: number, text: string];

export interface BookOptions {
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly locale?: Locale;
  readonly level?: ReadingLevel;
  readonly source?: Source;
  readonly roomy?: true;
  readonly notice?: string;
  /** Captions are left out when false. */
  readonly captions?: boolean;
}

export interface TestBook {
  readonly book: Book;
  readonly read: (ref: { readonly key: string }) => Promise<Uint8Array>;
}

export async function makeBook(shots: readonly Shot[], options: BookOptions = {}): Promise<TestBook> {
  const { locale = 'ko', level = '저학년', source = { kind: 'rules', engine: 'frames' } as const } = options;
  const drawn = await Promise.all(shots.map(([scene, width, height]) => draw(scene, width, height)));
  const pages = drawn.map(
    ({ picture }, index): Page => ({
      picture,
      scene: {
        fields: { name: '별이', i_action: '달을 본다', classification: '자연탐구' },
        ...(options.captions === false
          ? {}
          : { caption: { text: `그림 ${index + 1}: 별이가 서 있어요.`, locale: 'ko', source: { kind: 'person' } } }),
      },
      told: { text: shots[index]?.[3] ?? '', locale, source },
    }),
  );
  const bytes = new Map(drawn.map((each: Drawn) => [each.picture.key, each.bytes]));
  return {
    book: {
      title: options.title ?? '별이와 Luna의 달빛 소풍',
      authors: options.authors ?? ['김하늘', '3학년 2반'],
      locale,
      level,
      pages,
      ...(options.roomy && { roomy: options.roomy }),
      ...(options.notice && { notice: options.notice }),
    },
    read: async ({ key }) => {
      const found = bytes.get(key);
      if (found === undefined) throw new Error(`no such drawing: ${key}`);
      return found;
    },
  };
}

export const STORY: readonly string[] = [
  '“오늘 밤에는 달까지 걸어가 볼까?”\n별이가 창문을 활짝 열며 말했어요. 고양이 Luna는 꼬리를 살랑살랑 흔들며 대답했지요.\n“좋아! 그런데 도시락은 꼭 챙겨야 해.”',
  '운동장에는 친구들이 많았어요. 별이는 미끄럼틀을 타고 슝 내려왔어요.',
  '숲속에서 곰을 만났어요!',
  '“얘들아, 나도 같이 가도 될까? 혼자라서 쓸쓸했거든.”\n셋은 손을 꼭 잡고 걷고, 또 걸었어요.\n마침내 달(月)에 닿았을 때, 토끼들이 쿵덕쿵덕 떡방아를 찧으며 반겨 주었어요.',
  '구름 위에는 꿈을 짜는 거미 할아버지가 살고 있었어요. 할아버지는 여덟 개의 다리로 반짝이는 실을 뽑아 아이들의 꿈을 엮고 있었답니다. “너희도 하나 골라 보렴.” 별이는 웃음꽃 꿈을 골랐어요.',
  '높은 탑 꼭대기에서 별이는 멀리 바다를 보았어요. 바람이 살랑살랑 불어와 머리카락을 흔들었지요.',
  '기차처럼 긴 길을 따라 모두 함께 집으로 돌아왔어요.',
];
