// Words: what helps people to write, and what engines tell. Both come moderated from their engines.
import type { JobHandlers, WorkRules } from '../../jobs.ts';
import type { Note, Passage } from '../../story.ts';
import { counting, type Tools } from '../tools.ts';

/** With what is to be said of the whole: at its engines' own passages, which have room for one note each. */
function noted(told: readonly Passage[], notes: readonly Note[], forbidden: string | undefined): readonly Passage[] {
  const isMade = ({ source }: Passage): boolean => source.kind !== 'person';
  const [note] = notes;
  if (note) {
    const hasRoom = told.some((passage) => isMade(passage) && !passage.note);
    return told.map((passage) => (isMade(passage) && (!hasRoom || !passage.note) ? { ...passage, note } : passage));
  }
  if (forbidden === undefined) return told;
  return told.map((passage) =>
    passage.source.kind === 'person' || passage.note
      ? passage
      : { ...passage, note: { code: 'instead', wanted: forbidden, used: passage.source.engine } },
  );
}

export function wordHandlers(tools: Tools): Pick<JobHandlers, 'suggest' | 'entitle' | 'write'> {
  const prepare = async (rules: WorkRules | undefined) => {
    const engines = tools.engines(rules);
    return { engines, ...counting(engines, await engines.moderator?.()) };
  };
  return {
    async suggest({ rules, ...request }, { signal }) {
      const { engines, onUsage, onNote, notes, spent } = await prepare(rules);
      const answer = await (await engines.keywords()).keywords(request, { signal, onUsage, onNote });
      const note = notes()[0] ?? answer.note;
      return { keywords: answer.suggested, ...(note && { note }), ...spent() };
    },
    async entitle({ manuscript, rules }, { signal }) {
      const { engines, onUsage, onNote, notes, spent } = await prepare(rules);
      const answer = await (await engines.keywords()).titles(manuscript, { signal, onUsage, onNote });
      const note = notes()[0] ?? answer.note;
      return { titles: answer.suggested, ...(note && { note }), ...spent() };
    },
    async write({ manuscript, wanted, authors, rules }, { signal, onProgress }) {
      const { engines, onUsage, onNote, notes, spent } = await prepare(rules);
      const storyteller = await engines.storyteller();
      let done = 0;
      const onPage = (): void => {
        done += 1;
        onProgress(done, wanted.length);
      };
      const options = { signal, onPage, onUsage, onNote, ...(authors && { authors }) };
      const told = await storyteller.tell(manuscript, wanted, options);
      return { told: noted(told, notes(), engines.forbidden), ...spent() };
    },
  };
}
