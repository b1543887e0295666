// A suggester with another behind it: where the first fails, the other one's words are given, and the note says so.
import { isTalesError } from '../../errors.ts';
import { describeError, type Log } from '../../log.ts';
import type { KeywordSuggester, Suggested } from '../types.ts';

export interface FallbackOptions {
  readonly wanted: KeywordSuggester;
  readonly instead: KeywordSuggester;
  readonly log?: Pick<Log, 'warn'>;
}

/** Goes by the name of `wanted`. Faults of this program and `cancelled` are no reason to ask the other. */
export function createSuggesterWithFallback({ wanted, instead, log }: FallbackOptions): KeywordSuggester {
  async function either<T>(ask: (suggester: KeywordSuggester) => Promise<Suggested<T>>): Promise<Suggested<T>> {
    try {
      return await ask(wanted);
    } catch (error) {
      if (!isTalesError(error) || error.code === 'cancelled') throw error;
      log?.warn({ wanted: wanted.name, used: instead.name, failure: describeError(error) }, 'suggested by another');
      const { suggested } = await ask(instead);
      return { suggested, note: { code: 'instead', wanted: wanted.name, used: instead.name } };
    }
  }
  return {
    name: wanted.name,
    keywords: (request, options) => either((suggester) => suggester.keywords(request, options)),
    titles: (manuscript, options) => either((suggester) => suggester.titles(manuscript, options)),
  };
}
