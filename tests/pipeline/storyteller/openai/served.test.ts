// The storyteller all the way to a server on loopback that holds it to OpenAI's protocol.
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Usage } from '../../../../src/jobs.ts';
import { createLanguageModel } from '../../../../src/pipeline/llm/client.ts';
import { createOpenAiStoryteller } from '../../../../src/pipeline/storyteller/openai.ts';
import type { Manuscript } from '../../../../src/story.ts';
import { type Asked, startOpenAi } from '../../../fakes/openai/server.ts';
import { answerWith } from './scripted-model.ts';

const TOLD = { 1: '별이는 언덕에 올라 달을 바라보았어요. 가슴이 두근두근 설렜지요.' };
const OWN = '달이 진짜 컸다!';
const book: Manuscript = {
  title: '달빛 소풍',
  locale: 'ko',
  level: '저학년',
  seed: 7,
  scenes: [
    { fields: { name: '별이', i_action: '달을 바라본다', classification: '자연탐구' } },
    { fields: { name: '별이', i_action: '집에 간다', classification: '자연탐구' }, text: OWN },
  ],
};

async function served(answer: (asked: Asked) => unknown) {
  const server = await startOpenAi({ answer });
  onTestFinished(() => server.close());
  const model = createLanguageModel(
    { baseUrl: server.url, model: 'gpt-test', visionModel: 'gpt-test', timeout: 30, concurrency: 2 },
    { wait: async () => {} },
  );
  return { server, teller: createOpenAiStoryteller(model) };
}

describe('a book told through a server', () => {
  test('comes in one question of a shape that the server accepts, with people’s words as data alone', async () => {
    const { server, teller } = await served(() => answerWith(TOLD));
    const used: Usage[] = [];
    const told = await teller.tell(book, [0, 1], { onUsage: (usage) => used.push(usage) });
    expect(told).toEqual([
      { text: TOLD[1], locale: 'ko', source: { kind: 'model', engine: 'gpt-test' } },
      { text: OWN, locale: 'ko', source: { kind: 'person' } },
    ]);
    expect(used).toHaveLength(1);
    const [asked] = server.asked;
    expect(asked?.name).toBe('picture_book');
    expect(asked?.system).not.toMatch(/별이|달빛|진짜/);
    expect(asked?.material).toMatchObject({ title: book.title, pages: [{ number: 1 }, { number: 2, text: OWN }] });
    expect(asked?.chat.seed).toBe(7);
  });

  test('is mended once, by what the model is told of its faults', async () => {
    const { server, teller } = await served(({ faults }) => answerWith(faults ? TOLD : { 1: '**별이**가 갔다' }));
    const [told] = await teller.tell(book, [0]);
    expect(told?.text).toBe(TOLD[1]);
    expect(server.asked[1]?.faults?.join('\n')).toMatch(/1쪽: .*기호.*해요체/s);
  });

  test('fails where it stays unusable', async () => {
    const { server, teller } = await served(() => answerWith({ 1: 'No.' }));
    await expect(teller.tell(book, [0])).rejects.toMatchObject({
      code: 'answer-unusable',
      details: { model: 'gpt-test', reason: 'faulty' },
      retryable: false,
    });
    expect(server.asked).toHaveLength(2);
  });
});
