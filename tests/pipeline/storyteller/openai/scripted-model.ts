// A language model that answers by a script, and judges its answers as the real client does: the shape, then the faults,
// and one chance to mend them.
import { TalesError, throwIfCancelled } from '../../../../src/errors.ts';
import type { Usage } from '../../../../src/jobs.ts';
import type { LanguageModel, Question } from '../../../../src/pipeline/llm/types.ts';

export const MODEL = 'scripted-1';
export const USAGE: Usage = { calls: 1, input: 900, output: 300 };

export interface Asked {
  readonly question: Omit<Question<unknown>, 'answer' | 'faults'>;
  /** What was wrong with the answer before. */
  readonly faults: readonly string[];
}

export interface ScriptedModel extends LanguageModel {
  /** In order; a second try comes with its faults. */
  readonly asked: readonly Asked[];
}

/** @param answer by how often was asked before. */
export function scriptedModel(answer: (asked: Asked, before: number) => unknown): ScriptedModel {
  const asked: Asked[] = [];
  return {
    name: MODEL,
    asked,
    async ask<T>(question: Question<T>, { signal, onUsage }: Parameters<LanguageModel['ask']>[1] = {}): Promise<T> {
      let faults: readonly string[] = [];
      for (let tries = 0; tries < 2; tries += 1) {
        throwIfCancelled(signal);
        const now: Asked = { question, faults };
        asked.push(now);
        onUsage?.(USAGE);
        const parsed = question.answer.safeParse(answer(now, asked.length - 1));
        faults = parsed.success ? (question.faults?.(parsed.data) ?? []) : [parsed.error.message];
        if (parsed.success && faults.length === 0) return parsed.data;
      }
      throw new TalesError('answer-unusable', { model: MODEL, reason: 'faulty' });
    },
  };
}

/** An answer with these texts at these page numbers, and a plan that is like any other. */
export const answerWith = (texts: Readonly<Record<number, string>>) => ({
  characters: [{ name: '별이', traits: '달을 좋아하는 아이' }],
  outline: Object.keys(texts).map((number) => ({ number: Number(number), line: '이야기가 이어진다' })),
  pages: Object.entries(texts).map(([number, text]) => ({ number: Number(number), text })),
});
