import { describe, expect, test } from 'vitest';
import { askFields } from '../../src/cli/ask.ts';
import { type FieldsFile, formatFieldsFile, parseFieldsFile } from '../../src/cli/fields-file.ts';
import { type Answer, BACKSPACE, CTRL_C, createTypist, DOWN, ENTER } from '../fakes/typist.ts';

const book: readonly Answer[] = [
  ['책 제목', '달빛 소풍', ENTER],
  ['지은이', '하늘, 바다', ENTER],
];
const scene = (name: string, action: string): readonly Answer[] => [
  ['무엇이 보이나요', ENTER],
  ['누구의 이야기', name, ENTER],
  ['무엇을 하나요', action, ENTER],
  ['이야기 분류', DOWN, ENTER],
  ['더 적을까요', ENTER],
];

async function ask(answers: readonly Answer[], pictures: readonly string[], draft?: FieldsFile) {
  const typist = createTypist(answers);
  const kept: FieldsFile[] = [];
  const keep = async (file: FieldsFile): Promise<void> => void kept.push(file);
  const asked = askFields({ ...typist.terminal, locale: 'ko', given: {} }, pictures, draft, keep);
  const file = await asked.catch((error: unknown) => error);
  return { file, kept, left: typist.left() };
}

describe('asking on a terminal', () => {
  test('gathers a whole book, scene by scene', async () => {
    const { file, kept, left } = await ask(
      [...book, ...scene('별이', '달을 본다'), ...scene('', '잔다')],
      ['1.png', '2.png'],
    );
    expect(left).toEqual([]);
    expect(file).toEqual({
      title: '달빛 소풍',
      authors: ['하늘', '바다'],
      pages: [
        { picture: '1.png', fields: { name: '별이', i_action: '달을 본다', classification: '자연탐구' } },
        // The name and the classification of the scene before stand there already.
        { picture: '2.png', fields: { name: '별이', i_action: '잔다', classification: '사회관계' } },
      ],
    });
    expect(kept).toHaveLength(2);
  });

  test('takes optional fields when they are wanted', async () => {
    const more: readonly Answer[] = [
      ['더 적을까요', 'y'],
      ['등장인물', '토끼, 곰', ENTER],
      ['배경', ENTER],
      ['행동 더하기', ENTER],
      ['감정', '기쁨', ENTER],
      ['원인과 결과', ENTER],
      ['마무리', ENTER],
      ['다음 이야기', ENTER],
    ];
    const { file } = await ask([...book, ...scene('별이', '논다').slice(0, -1), ...more], ['1.png']);
    expect(file).toMatchObject({ pages: [{ fields: { character: '토끼, 곰', feeling: '기쁨' } }] });
  });

  test('keeps every finished scene when the person gives up in the middle of the next', async () => {
    const { file, kept } = await ask(
      [...book, ...scene('별이', '달을 본다'), ['무엇이 보이나요', CTRL_C]],
      ['1.png', '2.png'],
    );
    expect(file).toMatchObject({ code: 'cancelled' });
    expect(kept.at(-1)?.pages.map(({ picture }) => picture)).toEqual(['1.png']);
  });

  test('takes no authors that a fields file could not hold', async () => {
    const authors: readonly Answer[] = [
      ['지은이', '긴'.repeat(61), ENTER],
      ['60자까지', BACKSPACE.repeat(61), '하늘', ENTER],
    ];
    const { file, left } = await ask([...book.slice(0, 1), ...authors, ...scene('별이', '달을 본다')], ['1.png']);
    expect(left).toEqual([]);
    expect(file).toMatchObject({ authors: ['하늘'] });
    expect(parseFieldsFile(formatFieldsFile(file as FieldsFile), 'f.json')).toEqual(file);
  });

  test('goes on from a draft without asking for the book again', async () => {
    const draft: FieldsFile = {
      title: '달',
      pages: [{ picture: '1.png', fields: { name: '별이', i_action: '본다', classification: '의사소통' } }],
    };
    const { file } = await ask(scene('', '잔다'), ['2.png'], draft);
    expect(file).toMatchObject({
      title: '달',
      pages: [{ picture: '1.png' }, { picture: '2.png', fields: { name: '별이' } }],
    });
  });
});
