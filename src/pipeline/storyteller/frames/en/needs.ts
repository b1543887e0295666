// A need comes before the deed that answers it: one is sleepy first and sleeps then. Told the other way round, the
// feeling would contradict the order of events.
import { readFeeling } from './feelings.ts';
import type { Reading } from './reading.ts';

const NEEDS: readonly { readonly need: RegExp; readonly answers: RegExp; readonly soon?: boolean }[] = [
  {
    soon: true,
    need: /\b(?:sleepy|tired|drowsy|exhausted)$/,
    answers: /^(?:sleep|nap|doze|rest|snore|snooze|fall|lie)$|\b(?:nap|sleep|rest|bed)$/,
  },
  { need: /\bhungry$/, answers: /^(?:eat|munch|chew|gobble|nibble|feast|bite)$/ },
  { need: /\bthirsty$/, answers: /^(?:drink|sip|gulp|slurp)$/ },
];

export const isBodily = (state: string): boolean => NEEDS.some(({ need }) => need.test(state));

export interface Needed {
  readonly deeds: readonly Reading[];
  /** The feelings that are still to be told. */
  readonly feelings: readonly string[];
}

function stateAnswered(typed: string, answer: readonly string[]): string | undefined {
  const feeling = readFeeling(typed);
  if (feeling?.kind !== 'state' || feeling.text.startsWith('not ')) return undefined;
  const { text } = feeling;
  const fits = NEEDS.some(({ need, answers }) => need.test(text) && answer.some((said) => answers.test(said)));
  return fits ? text : undefined;
}

/** "sleeps" and "sleepy" → "felt sleepy and soon slept". */
export function needFirst(deeds: readonly Reading[], feelings: readonly string[]): Needed {
  const [first, ...rest] = deeds;
  if (first?.kind !== 'phrase' || first.predicate.negative) return { deeds, feelings };
  const { past, pastPlural, verbs, negative } = first.predicate;
  const answer = [verbs[0] ?? '', past];
  const state = feelings.map((typed) => stateAnswered(typed, answer)).find((text) => text !== undefined);
  if (state === undefined) return { deeds, feelings };
  const soon = NEEDS.some((one) => one.soon === true && one.need.test(state)) ? 'soon ' : '';
  const predicate = {
    past: `felt ${state} and ${soon}${past}`,
    pastPlural: `felt ${state} and ${soon}${pastPlural}`,
    verbs,
    negative,
    bare: false,
    state: true,
  };
  return {
    deeds: [{ kind: 'phrase', predicate }, ...rest],
    feelings: feelings.filter((typed) => stateAnswered(typed, answer) !== state),
  };
}
