// What the handlers work with, and how they count what services are asked and gather what is to be said of the work.
// Which engines there are is left to `engines-for.ts`.
import type { Blobs } from '../blobs.ts';
import type { Usage, WorkRules } from '../jobs.ts';
import type {
  Captioner,
  KeywordSuggester,
  Moderator,
  ReceiveLimits,
  Storyteller,
  Translator,
} from '../pipeline/index.ts';
import type { Note } from '../story.ts';
import { countingUsage } from '../usage.ts';

/** Each is asked for by the first job that needs it, so that a fault of one stops only the jobs that need it. */
export interface Engines {
  readonly captioner: () => Promise<Captioner>;
  readonly translator: () => Promise<Translator>;
  /** Its words come moderated already, as do the storyteller's. */
  readonly keywords: () => Promise<KeywordSuggester>;
  readonly storyteller: () => Promise<Storyteller>;
  /** For captions and for what is printed; absent or `undefined` where nobody asks for it. */
  readonly moderator?: () => Promise<Moderator | undefined>;
  /** Whom engines of other computers ask, as people know it; absent where none may be asked. */
  readonly service?: string;
  /** The storyteller that was chosen by name, where the rules forbid it and another tells. */
  readonly forbidden?: string;
}

export type KeptBytes = Pick<Blobs, 'get' | 'put'>;

export interface Tools {
  readonly blobs: () => Promise<KeptBytes>;
  /** What a received picture may take. */
  readonly limits: ReceiveLimits;
  /** Those that a job's rules allow: the same ones each time. @throws TypeError for rules that are none. */
  readonly engines: (rules: WorkRules | undefined) => Engines;
}

/**
 * Adds up what was asked of whom, absent while nothing was, and gathers in what the work is poorer, each once.
 * @param moderator saw what people wrote, too.
 */
export function counting({ service }: Pick<Engines, 'service'>, moderator?: Moderator) {
  const { onUsage, spent } = countingUsage();
  const notes = new Map<string, Note>();
  // What a service says is fit for children costs nothing, but it was asked.
  if (service !== undefined && moderator?.name === 'openai') onUsage({ calls: 0, input: 0, output: 0 });
  return {
    onUsage,
    onNote: (note: Note): void => void notes.set(JSON.stringify(note), note),
    notes: (): readonly Note[] => [...notes.values()],
    spent: (): { readonly used?: Usage } => {
      const { used } = spent();
      return used ? { used: { ...used, ...(service !== undefined && { services: [service] }) } } : {};
    },
  };
}
