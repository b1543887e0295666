// The storyteller that has a language model behind a service tell the whole book at once. What the model is asked and
// shown is in `openai-task.ts` and `openai-material.ts`, what is refused in `openai-checks.ts`; speaking to the service,
// and asking once more with the faults, is the client's.
import { z } from 'zod';
import { throwIfCancelled } from '../../errors.ts';
import type { Manuscript, Passage } from '../../story.ts';
import type { LanguageModel, Question } from '../llm/types.ts';
import type { Storyteller } from '../types.ts';
import { faultsIn } from './openai-checks.ts';
import { materialOf } from './openai-material.ts';
import { taskFor } from './openai-task.ts';
import { pageText } from './openai-text.ts';

/**
 * A model writes what comes first before what comes after it. With who is in the book and a line for each page in front
 * of it, it writes pages that lead somewhere, without a second question that would have to be paid and waited for. The
 * plan is used for nothing else and is judged by nobody; only `pages` goes into the book.
 */
const Answer = z.object({
  characters: z.array(z.object({ name: z.string(), traits: z.string() })),
  outline: z.array(z.object({ number: z.number(), line: z.string() })),
  pages: z.array(z.object({ number: z.number(), text: z.string() })),
});

function questionFor(manuscript: Manuscript, open: ReadonlySet<number>): Question<z.infer<typeof Answer>> {
  return {
    name: 'picture_book',
    task: taskFor(manuscript, open),
    material: materialOf(manuscript, open),
    answer: Answer,
    faults: ({ pages }) => faultsIn(pages, manuscript, open),
    seed: manuscript.seed,
  };
}

/** The scenes among `wanted` that nobody has written. @throws RangeError for one that is not there. */
function openAmong({ scenes }: Manuscript, wanted: readonly number[]): ReadonlySet<number> {
  const open = wanted.filter((index) => {
    const scene = scenes[index];
    if (!scene) throw new RangeError(`there is no scene ${index}`);
    return scene.text === undefined;
  });
  return new Set(open);
}

/**
 * Goes by the name of its model, as the book's notice does. An answer that stays unusable is a failure for people to
 * see: no other engine takes its place unseen.
 */
export function createOpenAiStoryteller(model: LanguageModel): Storyteller {
  return {
    name: model.name,
    async tell(manuscript, wanted, { signal, onUsage, onPage } = {}) {
      throwIfCancelled(signal);
      const open = openAmong(manuscript, wanted);
      const call = { ...(signal && { signal }), ...(onUsage && { onUsage }) };
      for (const index of wanted) if (!open.has(index)) onPage?.(index);
      const { pages } = open.size === 0 ? { pages: [] } : await model.ask(questionFor(manuscript, open), call);
      throwIfCancelled(signal);
      const told = new Map(pages.map(({ number, text }) => [number - 1, pageText(text)]));
      return wanted.map((index): Passage => {
        const { locale, scenes } = manuscript;
        const own = scenes[index]?.text;
        if (own !== undefined) return { text: own, locale, source: { kind: 'person' } };
        const text = told.get(index);
        if (text === undefined) throw new RangeError(`no text was told for scene ${index}`);
        onPage?.(index);
        return { text, locale, source: { kind: 'model', engine: model.name } };
      });
    },
  };
}
