// What an examination finds, one thing at a time, in words for people: what `storybook doctor` is made of.
import { isTalesError } from './errors.ts';
import { explain } from './explain.ts';
import type { Locale } from './story.ts';

export interface Finding {
  /** Names it for programs, such as `discord.token`. */
  readonly id: string;
  /** `absent` is no fault: something that is not set up, or does less than it could. */
  readonly state: 'ready' | 'absent' | 'broken';
  readonly what: string;
  readonly detail: string;
  /** What can be done about it. */
  readonly advice?: string;
}

/** The sentence for what was thrown. */
const sentenceFor = (error: unknown, locale: Locale): string =>
  isTalesError(error) ? explain(error, locale) : String(error);

/** Something that broke where an examination looked. */
export const brokenBy = (error: unknown, id: string, what: string, locale: Locale): Finding => ({
  id,
  state: 'broken',
  what,
  detail: sentenceFor(error, locale),
});

export type Look = Pick<Finding, 'detail'> & Partial<Pick<Finding, 'state' | 'advice'>>;

/** Looks at something; what is thrown becomes the finding. `state` is `ready` where it is not said. */
export async function probe(id: string, what: string, locale: Locale, look: () => Promise<Look>): Promise<Finding> {
  try {
    return { id, state: 'ready', what, ...(await look()) };
  } catch (error) {
    return brokenBy(error, id, what, locale);
  }
}
