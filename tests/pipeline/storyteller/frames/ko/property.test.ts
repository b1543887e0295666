// What holds for every book, whatever is typed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededChoice } from '../../../../../src/pipeline/storyteller/frames/choice.ts';
import { patternsOf, tellKorean } from '../../../../../src/pipeline/storyteller/frames/ko/grammar.ts';
import { planBook } from '../../../../../src/pipeline/storyteller/frames/plan.ts';
import { CLASSIFICATIONS, type Fields, type Manuscript, READING_LEVELS } from '../../../../../src/story.ts';

/** Anything at all, and what people are likelier to type. */
const odd = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '!!!',
    'ㅋㅋㅋ',
    '3',
    '🎉',
    ',,,',
    '“',
    '토끼가 뛴다',
    '갔어요.',
    '예쁜',
    '비가 와서',
    'a\nb',
    '안녕, "하하, 호호"',
    '😀 곰',
    '1,000',
  ),
  fc.constantFrom(
    '가',
    '한',
    '는',
    '을',
    '것',
    '거예요',
    '요',
    '다',
    '고',
    '할 것이다',
    '까요?',
    '싶다',
    '이다',
    '하다',
    '중',
    '아니다',
  ),
);
const given = fc.oneof(fc.constantFrom('토끼', '민준', 'Luna', '나', '모두'), odd);
const fields: fc.Arbitrary<Fields> = fc.record(
  {
    name: given,
    i_action: odd,
    classification: fc.constantFrom(...CLASSIFICATIONS),
    character: given,
    setting: odd,
    action: odd,
    feeling: odd,
    causalRelationship: odd,
    outcomeResolution: odd,
    prediction: odd,
  },
  { requiredKeys: ['name', 'i_action', 'classification'] },
);
const manuscript: fc.Arbitrary<Manuscript> = fc.record({
  title: odd,
  locale: fc.constant('ko' as const),
  level: fc.constantFrom(...READING_LEVELS),
  seed: fc.nat(),
  scenes: fc.array(fc.record({ fields }), { minLength: 1, maxLength: 10 }),
});

const patterns = (book: Manuscript) => patternsOf(planBook(book), seededChoice(book.seed));

describe('a Korean book of anything', () => {
  it('has words on every page, none of them left over from the machine', () => {
    fc.assert(
      fc.property(manuscript, (book) => {
        for (const page of patterns(book)) {
          const text = page.map(({ text }) => text).join(' ');
          expect(text.trim()).not.toBe('');
          expect(text).not.toMatch(/undefined|\[object|NaN|\([은이을]\)|[을은]\/[를는]|\(으\)/);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('never tells two sentences in a row by the same pattern', () => {
    fc.assert(
      fc.property(manuscript, (book) => {
        const ids = patterns(book)
          .flat()
          .map(({ id }) => id);
        const twice = ids.filter((id, at) => id !== 'own' && ids[at - 1] === id);
        expect(twice).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('is the same for the same seed', () => {
    fc.assert(
      fc.property(manuscript, (book) => {
        const tell = () => tellKorean(planBook(book), seededChoice(book.seed));
        expect(tell()).toEqual(tell());
      }),
      { numRuns: 40 },
    );
  });

  it('takes two thousand characters in a field', () => {
    const long = '아주 긴 이야기를 했다 '.repeat(160);
    const scenes = [{ fields: { name: long, i_action: long, classification: '의사소통' as const, prediction: long } }];
    const [page] = patterns({ locale: 'ko', level: '유아', seed: 1, scenes });
    expect(page?.map(({ text }) => text).join(' ').length).toBeGreaterThan(2000);
  });
});

/** What is typed, and what of it has to be read on the page. */
const SAID = {
  character: [
    ['거북이', /거북이/],
    ['곰, 여우', /곰.*여우/],
    ['엄마랑', /엄마/],
  ],
  setting: [
    ['숲속', /숲속/],
    ['비 오는 날', /비 오는 날/],
    ['오늘', /오늘/],
    ['맑은 날씨', /맑은 날씨/],
    ['집에서', /집/],
    ['봄', /봄/],
  ],
  action: [
    ['노래를 부른다', /노래를.*[불부]/],
    ['공', /공/],
    ['박수', /박수를/],
    ['그리고 웃었다', /웃/],
  ],
  feeling: [
    ['기쁘다', /기쁘|기뻐|기뻤/],
    ['설렘', /설레|설렜/],
    ['무서운 마음', /무서운 마음/],
    ['재밌어요!', /재밌어요!/],
    ['재밌다', /재미있/],
    ['맛있다', /맛있/],
    ['무섭다', /무서/],
    ['가고 싶다', /가고 싶/],
    ['불쌍하다', /불쌍/],
    ['웃는다', /웃/],
    ['최고', /최고/],
  ],
  causalRelationship: [
    ['비가 와서', /비가 와서/],
    ['늦잠을 잤다', /늦잠을 [쿨새]?.*[잤자]/],
    ['바람', /바람/],
    ['친구 덕분에', /친구 덕분/],
  ],
  outcomeResolution: [
    ['행복하게 살았다', /행복하게 살았/],
    ['친구가 되었다', /친구가 되었/],
    ['우승', /우승/],
    ['길을 잃었다', /길을 잃었/],
  ],
  prediction: [
    ['집에 갈 것이다', /집에 [갈가]/],
    ['바다에 가고 싶다', /바다에 가고 싶/],
    ['소풍', /소풍을/],
    ['내일 눈이 올까?', /내일 눈이 올/],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly [string, RegExp])[]>>;

describe('every field that is given', () => {
  const rich = fc.record(
    Object.fromEntries(Object.entries(SAID).map(([field, choices]) => [field, fc.constantFrom(...choices)])),
    { requiredKeys: [] },
  );
  it('is told on its page, at every level and place in the book', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...READING_LEVELS),
        fc.nat(),
        fc.array(rich, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('토끼', '나', '모두', '민준, Luna'),
        (level, seed, chosen, name) => {
          const scenes = chosen.map((given) => ({
            fields: {
              name,
              i_action: '밥을 먹는다',
              classification: '사회관계' as const,
              ...Object.fromEntries(Object.entries(given).map(([field, pair]) => [field, pair?.[0]])),
            } as Fields,
          }));
          const told = patterns({ locale: 'ko', level, seed, scenes }).map((page) =>
            page.map(({ text }) => text).join(' '),
          );
          chosen.forEach((given, at) => {
            expect(told[at]).toMatch(/밥을.* 먹/);
            for (const pair of Object.values(given)) expect(told[at]).toMatch(pair?.[1] ?? /./);
          });
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('a Korean book of ten bare pages', () => {
  const scenes = ['달린다', '먹는다', '뛴다', '잔다', '걷는다', '쉰다', '웃는다', '논다', '본다', '앉는다'].map(
    (i_action) => ({
      fields: { name: '토끼', i_action, classification: '사회관계' as const },
    }),
  );

  it.each(READING_LEVELS)('tells every action by another pattern at level %s', (level) => {
    for (let seed = 0; seed < 20; seed++) {
      const pages = patterns({ locale: 'ko', level, seed, scenes });
      const actions = pages.map((page) => page.find(({ id }) => /^(?:open|act)-/.test(id))?.id);
      expect(new Set(actions.slice(0, level === '유아' ? 6 : 9)).size).toBe(level === '유아' ? 6 : 9);
    }
  });

  it('uses no line twice while it could use another', () => {
    const lines = patterns({ locale: 'ko', level: '고학년', seed: 5, scenes }).map((page) => page.map(({ id }) => id));
    for (const page of lines) expect(new Set(page).size).toBe(page.length);
  });

  it('leaves the pages before a changed page as they were', () => {
    const book = { locale: 'ko', level: '저학년', seed: 9, scenes } as const;
    const changed = scenes.map((scene, at) =>
      at === 6 ? { fields: { ...scene.fields, i_action: '노래한다', feeling: '기쁨' } } : scene,
    );
    const told = (list: typeof scenes) =>
      patterns({ ...book, scenes: list }).map((page) => page.map(({ text }) => text));
    expect(told(changed).slice(0, 6)).toEqual(told(scenes).slice(0, 6));
    expect(told(changed)[6]).not.toEqual(told(scenes)[6]);
  });
});
