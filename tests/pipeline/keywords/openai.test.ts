// Suggestions through a service: words fit to be tapped, titles, and what is there instead when the service fails.
import { describe, expect, test } from 'vitest';
import { TalesError } from '../../../src/errors.ts';
import { createOpenAiSuggester } from '../../../src/pipeline/keywords/openai.ts';
import { createSuggesterWithFallback } from '../../../src/pipeline/keywords/with-fallback.ts';
import type { KeywordRequest, KeywordSuggester } from '../../../src/pipeline/types.ts';
import type { Keywords, Manuscript } from '../../../src/story.ts';
import { ERRORS } from '../../fakes/openai/replies.ts';
import { inTurn, stage } from '../llm/stage.ts';

const request: KeywordRequest = {
  locale: 'ko',
  scene: {
    caption: { text: '아이가 꽃에 물을 준다.', locale: 'ko', source: { kind: 'person' } },
    fields: { name: '보리', i_action: '꽃에 물을 준다', setting: '꽃밭, 햇살 가득한 아침' },
  },
  others: [{ fields: { name: '보리', i_action: '씨앗을 심는다' } }],
};
const GOOD: Keywords = {
  setting: ['운동장', '비 오는 오후', '교실 앞'],
  action: ['이름표를 세운다', '노래를 부른다', '손을 씻는다'],
  feeling: ['설렌다', '뿌듯하다', '신난다'],
};

describe('keywords', () => {
  test('come from the caption, the fields and the scenes before, which are all data', async () => {
    const { model, server, usage, onUsage } = await stage({ answer: () => GOOD });
    expect(await createOpenAiSuggester(model).keywords(request, { onUsage })).toEqual({ suggested: GOOD });
    expect(server.asked[0]).toMatchObject({
      name: 'keywords',
      material: {
        scene: { picture: '아이가 꽃에 물을 준다.', ...request.scene.fields },
        before: [{ name: '보리', i_action: '씨앗을 심는다' }],
      },
    });
    expect(server.asked[0]?.system).not.toContain('보리');
    expect(usage).toHaveLength(1);
  });

  test('are left out where they are said already, twice there, long, in pieces or in another language', async () => {
    const long = '아주 '.repeat(20);
    const setting = [
      '꽃밭',
      ' 운동장 ',
      '운동장.',
      long,
      '숲, 바다',
      'playground',
      '1. 교실 앞',
      '- 놀이터',
      '정원',
      '마당',
      '길',
    ];
    const { model } = await stage({ answer: () => ({ ...GOOD, setting }) });
    const { suggested } = await createOpenAiSuggester(model).keywords(request);
    expect(suggested.setting).toEqual(['운동장', '교실 앞', '놀이터', '정원', '마당']);
  });

  test('are asked for once more where too few are left', async () => {
    const few = { ...GOOD, feeling: ['설렌다', '설렌다!', 'happy'] };
    const { model, server } = await stage({ answer: inTurn(few, GOOD) });
    expect(await createOpenAiSuggester(model).keywords(request)).toEqual({ suggested: GOOD });
    expect(server.asked[1]?.faults).toEqual([expect.stringMatching(/^Only 1 of "feeling"/)]);
  });

  test('come in English for a book in English', async () => {
    const english: Keywords = {
      setting: ['a sunny garden', 'the schoolyard', 'in the morning'],
      action: ['waters the flowers', 'sings', 'waves'],
      feeling: ['excited', 'proud', 'calm'],
    };
    const { model, server } = await stage({ answer: () => english });
    const asked = { ...request, locale: 'en', scene: { fields: {} }, others: [] } as const;
    expect(await createOpenAiSuggester(model).keywords(asked)).toEqual({ suggested: english });
    expect(server.asked[0]?.system).toContain('in English');
  });
});

describe('titles', () => {
  const manuscript: Manuscript = {
    title: '우리 꽃밭',
    locale: 'ko',
    level: '유아',
    seed: 7,
    scenes: [
      { fields: { name: '보리', i_action: '씨앗을 심는다', classification: '자연탐구' }, text: '보리가 웃었다.' },
    ],
  };

  test('are up to five, without marks around them and without the one that is there', async () => {
    const titles = ['“보리의 씨앗”', '우리 꽃밭', '1. 작은 싹', '햇살 한 줌', 'The Seed', '봄비', '새싹아', '하나 더'];
    const { model, server } = await stage({ answer: () => ({ titles }) });
    const { suggested } = await createOpenAiSuggester(model).titles(manuscript);
    expect(suggested).toEqual(['보리의 씨앗', '작은 싹', '햇살 한 줌', '봄비', '새싹아']);
    expect(server.asked[0]).toMatchObject({
      chat: { seed: 7 },
      material: { title_so_far: '우리 꽃밭', scenes: [{ name: '보리', text: '보리가 웃었다.' }] },
    });
  });

  test('are asked for once more where none can be used', async () => {
    const { model, server } = await stage({ answer: inTurn({ titles: ['The Seed'] }, { titles: ['작은 싹'] }) });
    expect(await createOpenAiSuggester(model).titles(manuscript)).toEqual({ suggested: ['작은 싹'] });
    expect(server.asked).toHaveLength(2);
  });
});

describe('with another behind it', () => {
  const local: KeywordSuggester = {
    name: 'local',
    keywords: async () => ({ suggested: { setting: ['숲'], action: [], feeling: [] } }),
    titles: async () => ({ suggested: ['숲 이야기'] }),
  };
  const note = { code: 'instead', wanted: 'openai', used: 'local' };
  const manuscript: Manuscript = { locale: 'ko', level: '유아', seed: 1, scenes: [] };

  test('the service is asked first', async () => {
    const { model } = await stage({ answer: () => GOOD });
    const suggester = createSuggesterWithFallback({ wanted: createOpenAiSuggester(model), instead: local });
    expect(await suggester.keywords(request)).toEqual({ suggested: GOOD });
    expect(suggester.name).toBe('openai');
  });

  test.each([
    ['fails', ERRORS.quota],
    ['answers what cannot be used', GOOD],
  ])('its words come with a note where the service %s', async (_name, reply) => {
    const warned: unknown[] = [];
    const { model } = await stage({ answer: () => (reply === GOOD ? { titles: 1 } : reply) });
    const suggester = createSuggesterWithFallback({
      wanted: createOpenAiSuggester(model),
      instead: local,
      log: { warn: (line: unknown) => void warned.push(line) },
    });
    expect(await suggester.keywords(request)).toEqual({
      suggested: { setting: ['숲'], action: [], feeling: [] },
      note,
    });
    expect(await suggester.titles(manuscript)).toEqual({ suggested: ['숲 이야기'], note });
    expect(warned).toHaveLength(2);
    expect(JSON.stringify(warned)).not.toContain('보리');
  });

  test.each([
    ['nobody wants them any more', new TalesError('cancelled', {})],
    ['this program is at fault', new RangeError('a fault')],
  ])('it is not asked where %s', async (_name, error) => {
    const failing = async () => {
      throw error;
    };
    const suggester = createSuggesterWithFallback({
      wanted: { name: 'openai', keywords: failing, titles: failing },
      instead: local,
    });
    await expect(suggester.keywords(request)).rejects.toBe(error);
    await expect(suggester.titles(manuscript)).rejects.toBe(error);
  });
});
