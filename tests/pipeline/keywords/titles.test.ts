// Titles without a network: right grammar, of this book, never the same for all.
import { describe, expect, it } from 'vitest';
import { createLocalSuggester } from '../../../src/pipeline/keywords/local.ts';
import { type Fields, type Locale, type Manuscript, titleFor } from '../../../src/story.ts';

const { titles } = createLocalSuggester();
type Told = Partial<Fields> & { readonly caption?: string };

const book = (locale: Locale, scenes: readonly Told[], seed = 1): Manuscript => ({
  locale,
  level: '유아',
  seed,
  scenes: scenes.map(({ caption, ...fields }) => ({
    fields: { name: '', i_action: '', classification: '자연탐구', ...fields },
    ...(caption !== undefined && { caption: { text: caption, locale, source: { kind: 'person' } } }),
  })),
});
const titlesOf = async (manuscript: Manuscript): Promise<readonly string[]> => (await titles(manuscript)).suggested;

const CASES: readonly (readonly [Locale, readonly Told[], readonly string[]])[] = [
  [
    'ko',
    [{ name: '별이', i_action: '달을 바라본다', setting: '언덕 위, 밤' }],
    ['달을 바라보는 별이', '언덕 위의 별이', '별이의 반짝이는 밤', '언덕 위에서 생긴 일', '바람 부는 언덕'],
  ],
  [
    'ko',
    [
      { name: '토끼', i_action: '달리기를 해요', character: '거북이' },
      { name: '거북이', i_action: '걸어요' },
    ],
    ['토끼와 거북이', '토끼의 깡충깡충 하루', '달리기를 하는 토끼', '오늘의 발견', '토끼의 행복한 발걸음'],
  ],
  [
    'ko',
    [{ name: '초코', i_action: '공을 던저요', caption: '강아지가 바닷가에서 뛴다' }],
    ['바닷가에 간 초코', '초코의 여름 바다', '바닷가에서 생긴 일', '데굴데굴 공', '초코의 꼬리 흔드는 하루'],
  ],
  [
    'ko',
    [{ name: '민준', i_action: '눈사람을 만들었어요', character: '지우' }],
    [
      '민준이와 지우',
      '민준이의 하얀 눈나라',
      '눈사람을 만든 민준이',
      '눈 덮인 마을에 간 민준이',
      '눈 덮인 마을에서 생긴 일',
    ],
  ],
  [
    'ko',
    [{ name: '나', i_action: '그네 타기', setting: '놀이터' }],
    ['나의 신나는 놀이터', '그네 타는 나', '놀이터에 간 나', '놀이터에서 생긴 일', '신나는 하루'],
  ],
  [
    'ko',
    [{ name: '곰', i_action: '꿀을 먹는다', setting: '숲속' }],
    ['꿀을 먹는 곰', '숲속의 곰', '곰의 숲속 모험', '숲속에서 생긴 일', '달콤한 꿀단지'],
  ],
  ['ko', [{ name: '하늘이', i_action: '기쁨' }], ['하늘이의 신나는 하루', '반짝이는 마음', '하늘이의 행복한 발걸음']],
  ['ko', [{ name: '<b>@all', i_action: 'x' }], ['오늘의 발견', '작은 모험', '두근두근 비밀']],
  [
    'ko',
    [{ name: 'Max', i_action: '뛴다', caption: 'a dog on the beach' }],
    ['뛰는 Max', '바닷가에 간 Max', 'Max의 여름 바다', '바닷가에서 생긴 일', '꼬리 흔드는 하루'],
  ],
  [
    'en',
    [{ name: 'Mina', i_action: 'looks at the moon', setting: 'on a hill, at night' }],
    ['Mina on a Hill', 'Mina’s Starry Night', 'Mina Looks at the Moon', 'A Day on a Hill', 'The Windy Hill'],
  ],
  [
    'en',
    [{ name: 'rabbit', i_action: 'race', character: 'turtle' }],
    [
      'The Rabbit and the Turtle',
      'The Rabbit Who Races',
      'The Rabbit’s Big Race Day',
      'The Hopping Day',
      'The Rabbit’s Brave Heart',
    ],
  ],
  [
    'en',
    [{ name: 'Max', i_action: 'running', caption: 'a dog running on the beach with a ball' }],
    ['Max at the Beach', 'Max’s Summer by the Sea', 'Max Runs', 'A Day at the Beach', 'The Happy Tail'],
  ],
  [
    'en',
    [{ name: 'James', i_action: 'builds a snowman', setting: 'snow' }],
    ['James’s Snowy Day', 'James Builds a Snowman', 'James in the Snow', 'A Day in the Snow', 'The Little Adventure'],
  ],
  [
    'en',
    [{ name: 'the little bear', i_action: 'eat honey', setting: 'forest' }],
    [
      'The Little Bear in the Forest',
      'The Little Bear’s Forest Adventure',
      'The Little Bear Who Eats Honey',
      'A Day in the Forest',
      'The Honey Pot',
    ],
  ],
  ['en', [{ name: 'me', i_action: 'swing' }], ['The Big Idea', 'The Little Adventure', 'The Great Discovery']],
  ['en', [{ name: '', i_action: '' }], ['The Wonderful Surprise', 'The Special Day', 'The Little Adventure']],
];

describe('titles without a network', () => {
  it.each(CASES)('in %s, for %j', async (locale, scenes, expected) => {
    expect(await titlesOf(book(locale, scenes))).toEqual(expected);
  });

  it('are at most five, none twice, and the first is not the one that a book without a title gets', async () => {
    for (const [locale, scenes] of CASES) {
      for (const seed of [1, 2, 3]) {
        const found = await titlesOf(book(locale, scenes, seed));
        expect(found.length).toBeGreaterThanOrEqual(3);
        expect(found.length).toBeLessThanOrEqual(5);
        expect(new Set(found).size).toBe(found.length);
        expect(found).not.toContain(titleFor(book(locale, scenes)));
        expect(found.join()).not.toMatch(/[<>@]/);
      }
    }
  });

  it('say no name twice where a scene is about one of two friends', async () => {
    const friends = book('ko', [
      { name: '도윤이와 민서', i_action: '씨앗을 찾는다', setting: '운동장' },
      { name: '민서', i_action: '물을 준다' },
      { name: '도윤이와 민서', i_action: '기다린다' },
    ]);
    for (let seed = 1; seed <= 20; seed += 1)
      for (const title of await titlesOf({ ...friends, seed })) expect(title).not.toMatch(/민서.*민서/);
  });

  it('are the same for the same book and seed, and begin differently for another seed', async () => {
    const scenes = [{ name: '곰', i_action: '꿀을 먹는다', setting: '숲속' }];
    const byseed = await Promise.all([1, 2, 3, 4, 5, 6].map((seed) => titlesOf(book('ko', scenes, seed))));
    expect(await titlesOf(book('ko', scenes, 1))).toEqual(byseed[0]);
    expect(new Set(byseed.map(([first]) => first)).size).toBeGreaterThan(1);
  });

  it('do not offer the title that the book has already', async () => {
    const scenes = [{ name: '토끼', i_action: '뛴다', character: '거북이' }];
    expect((await titlesOf(book('ko', scenes)))[0]).toBe('토끼와 거북이');
    expect(await titlesOf({ ...book('ko', scenes), title: '토끼와 거북이' })).not.toContain('토끼와 거북이');
  });

  it('differ from book to book of the same hero', async () => {
    const deeds = [
      '눈사람을 만든다',
      '수영을 한다',
      '책을 읽는다',
      '공을 찬다',
      '꽃을 심는다',
      '노래를 부른다',
      '잠을 잔다',
    ];
    const firsts = await Promise.all(deeds.map((i_action) => titlesOf(book('ko', [{ name: '지우', i_action }]))));
    expect(new Set(firsts.map((found) => found.join())).size).toBe(deeds.length);
  });

  it('stop when they are no longer wanted', async () => {
    const signal = AbortSignal.abort();
    await expect(titles(book('ko', []), { signal })).rejects.toMatchObject({ code: 'cancelled' });
  });
});
