import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditedAs, hasPerson, isArranged, revised, sourcesOf } from '../src/authorship.ts';
import { sentencesIn } from '../src/sentences.ts';
import type { Passage, Source } from '../src/story.ts';

const child: Source = { kind: 'person' };
const teacher: Source = { kind: 'person', role: 'teacher' };
const model: Source = { kind: 'model', engine: 'gpt' };
const frames: Source = { kind: 'rules', engine: 'frames' };
const told = (text: string, source: Source = model): Passage => ({ text, locale: 'ko', source });
/** What each author wrote, in order. */
const shares = ({ sentences = [] }: Passage): readonly (readonly [string, string])[] =>
  sentences.map(({ text, source }) => {
    if (source.kind !== 'person') return [source.engine, text];
    return [source.role ?? 'child', text];
  });
const PAGE = '별이가 걸었어요. 달이 떴어요! 모두 잤어요.';

describe('a text that a person changes', () => {
  it('is theirs when there was none', () => {
    expect(revised(undefined, '안녕.', child, 'ko')).toEqual(told('안녕.', child));
  });

  it('is the very same when nothing was changed', () => {
    const before = told(PAGE);
    expect(revised(before, PAGE, child, 'ko')).toBe(before);
  });

  it('keeps the authors of what stayed, and is theirs where a word is new', () => {
    const after = revised(told(PAGE), '별이가 걸었어요. 해가 떴어요! 모두 잤어요. 잘 자.', child, 'ko');
    expect(shares(after)).toEqual([
      ['gpt', '별이가 걸었어요. '],
      ['child', '해가 떴어요! '],
      ['gpt', '모두 잤어요. '],
      ['child', '잘 자.'],
    ]);
    expect(after.source).toEqual(child);
    expect(sourcesOf(after)).toEqual([model, child]);
  });

  it('goes through many hands', () => {
    const byChild = revised(told(PAGE, frames), '별이가 걸었어요. 내가 떴어요! 모두 잤어요.', child, 'ko');
    const byTeacher = revised(byChild, '별이가 걸었어요. 내가 떴어요! 모두 푹 잤어요.', teacher, 'ko');
    expect(sourcesOf(byTeacher)).toEqual([frames, child, teacher]);
    expect(byTeacher.source).toEqual(teacher);
  });

  it('is wholly theirs when none of it was left', () => {
    expect(revised(told(PAGE), '내가 썼어요.', child, 'ko')).toEqual(told('내가 썼어요.', child));
    expect(revised(told(PAGE, child), '내가 썼어요.', teacher, 'ko')).toEqual(told('내가 썼어요.', teacher));
  });

  it.each([
    ['spaces', '별이가  걸었어요.달이 떴어요!\n\n모두 잤어요.'],
    ['a space within a word', '별이 가 걸었어요. 달이 떴어요! 모두 잤어요.'],
    ['a line broken in two', '별이가\n걸었어요. 달이 떴어요!\n모두\n잤어요.'],
    ['marks', '“별이가 걸었어요, 달이 떴어요” 모두 잤어요!!'],
    ['the order', '모두 잤어요. 별이가 걸었어요. 달이 떴어요!'],
    ['the number', '달이 떴어요!'],
  ])('stays its author’s when only %s changed', (_what, text) => {
    const after = revised(told(PAGE), text, child, 'ko');
    expect(sourcesOf(after)).toEqual([model]);
    expect(after.source).toEqual(model);
    expect(after.sentences?.map((sentence) => sentence.text).join('')).toBe(text);
    // Their lines are the person's all the same.
    expect([isArranged(told(PAGE)), isArranged(after), hasPerson(after)]).toEqual([false, true, false]);
  });

  it('stays its authors’ when lines of two are put together and parted elsewhere', () => {
    const both = revised(told('달이 뜬다\n별이 뜬다'), '달이 뜬다\n별이 진다', child, 'ko');
    const joined = revised(both, '달이 뜬다 별이 진다', teacher, 'ko');
    expect(shares(joined)).toEqual([
      ['gpt', '달이 뜬다 '],
      ['child', '별이 진다'],
    ]);
    expect(shares(revised(joined, '달이\n뜬다 별이\n진다', teacher, 'ko'))).toEqual([
      ['gpt', '달이\n'],
      ['gpt', '뜬다 '],
      ['child', '별이\n'],
      ['child', '진다'],
    ]);
  });

  it('knows a sentence that comes twice by its neighbours', () => {
    const before: Passage = {
      ...told('안녕. 달이 떴어요. 안녕.', child),
      sentences: [
        { text: '안녕. ', source: child },
        { text: '달이 떴어요. ', source: model },
        { text: '안녕.', source: model },
      ],
    };
    expect(sourcesOf(revised(before, '달이 떴어요. 안녕.', child, 'ko'))).toEqual([model]);
    expect(
      shares(revised(before, '안녕. 안녕. 안녕.', teacher, 'ko'))
        .map(([who]) => who)
        .sort(),
    ).toEqual(['child', 'gpt', 'teacher']);
  });

  it('keeps its language and what is noted of it as long as nothing new is written', () => {
    const english: Passage = {
      text: 'A child. A moon.',
      locale: 'en',
      source: model,
      note: { code: 'untranslated', locale: 'ko' },
    };
    expect(revised(english, 'A moon.', child, 'ko')).toMatchObject({ locale: 'en', note: english.note, source: model });
    const mended = revised(english, '아이와 달', child, 'ko');
    expect(mended).toEqual(told('아이와 달', child));
  });

  it('takes the authors of an earlier text that says the same', () => {
    const mixed = revised(told(PAGE), `${PAGE} 잘 자.`, child, 'ko');
    expect(creditedAs(told(mixed.text, frames), mixed)).toEqual(mixed);
    expect(creditedAs(mixed, told(mixed.text, frames))).toEqual(told(mixed.text, frames));
  });
});

describe('whatever is changed', () => {
  const sentence = fc.constantFrom(
    '별이가 걸었어요.',
    '달!',
    '“안녕?” 하고 말했어요.',
    'Luna ran.',
    '끝',
    '…',
    '음…',
    '안녕.',
  );
  const space = fc.constantFrom(' ', '\n', '\n\n');
  const text = fc
    .array(fc.tuple(sentence, space), { minLength: 1, maxLength: 20 })
    .map((all) => all.flat().join('').trim());
  const free = fc.string({ unit: 'binary', minLength: 1 });
  const by = fc.constantFrom(child, teacher);
  const changes = fc.array(fc.tuple(fc.oneof(text, free), by), { minLength: 1, maxLength: 5 });
  const edited = (first: string, source: Source, all: readonly (readonly [string, Source])[]): Passage =>
    all.reduce((before, [next, who]) => revised(before, next, who, 'ko'), told(first, source));

  it('the sentences are the text to the character, each has its author, and the source is one of them', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(model, frames, child), changes, (first, source, all) => {
        const after = edited(first, source, all);
        expect(after.text).toBe(all.at(-1)?.[0]);
        if (after.sentences) expect(after.sentences.map((each) => each.text).join('')).toBe(after.text);
        expect(sourcesOf(after)).toContainEqual(after.source);
        expect(JSON.parse(JSON.stringify(after))).toEqual(after);
      }),
    );
  });

  it('nobody’s sentence becomes another’s that stands there as it was', () => {
    const own = fc.constantFrom('나는 곰이에요.', '우리 집이에요!', '더워요.');
    fc.assert(
      fc.property(text, fc.array(own, { maxLength: 3 }), fc.array(own, { maxLength: 3 }), (first, head, tail) => {
        const after = revised(told(first), [...head, first, ...tail].join('\n'), child, 'ko');
        const models = (after.sentences ?? [after]).filter((each) => each.source.kind === 'model');
        expect(
          models
            .map((each) => each.text)
            .join('')
            .trim(),
        ).toBe(first);
      }),
    );
  });

  it('sentences in another order, with other spaces between them, stay their authors’', () => {
    const SENTENCES = ['별이가 걸었어요.', '달이 떴어요!', '모두 잤어요.', '잘 자.', 'Luna ran.', '끝이에요.'];
    const shuffled = fc.shuffledSubarray(SENTENCES, { minLength: 1 });
    fc.assert(
      fc.property(
        shuffled,
        fc.array(fc.constantFrom(model, child, frames), { minLength: 6, maxLength: 6 }),
        space,
        (order, who, between) => {
          const sentences = SENTENCES.map((each, index) => ({ text: `${each} `, source: who[index] ?? model }));
          const before: Passage = { ...told(sentences.map((each) => each.text).join(''), child), sentences };
          const after = revised(before, order.join(between), teacher, 'ko');
          const sources = after.sentences?.map(({ source }) => source) ?? order.map(() => after.source);
          expect(sources).toEqual(order.map((each) => who[SENTENCES.indexOf(each)]));
        },
      ),
    );
  });

  it('a change back gives back what was there before', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const back = revised(revised(told(first), `${first}\n${second}`, child, 'ko'), first, teacher, 'ko');
        expect(sourcesOf(back)).toEqual([model]);
      }),
    );
  });

  it('a long text that says the same again and again is coped with', () => {
    const long = '가\n'.repeat(2500);
    const after = revised(told(long), `나\n${long}`, child, 'ko');
    expect(after.sentences).toHaveLength(2501);
    expect(sentencesIn(' '.repeat(5000) + '.'.repeat(5000))).toHaveLength(1);
  });
});
