// What a tapped suggestion does to a field: most hold several things and take one more, some hold one thing only. Pure.
import { withItems } from '../../items.ts';

/** `fills`: one may be tapped, and only into a field that is empty. `adds`: each goes behind what is there. */
export type Tap = 'adds' | 'fills';

const FILLED: readonly string[] = ['title', 'i_action'];

/** @param field the name of a form's field */
export const tapOf = (field: string): Tap => (FILLED.includes(field) ? 'fills' : 'adds');

export interface Tappable {
  readonly tap: Tap;
  readonly value: string;
  readonly suggestions: readonly string[];
}

/** What there is to tap: nothing where a field holds one thing and has it. */
export const tappable = ({ tap, value, suggestions }: Tappable): readonly string[] =>
  tap === 'fills' && value.trim() !== '' ? [] : suggestions;

/** The field with what was tapped for it. What was typed stays as it is. */
export function withTapped(field: string, typed: string, tapped: readonly string[]): string {
  if (tapOf(field) === 'adds') return withItems(typed, tapped);
  return typed.trim() === '' ? (tapped[0] ?? typed) : typed;
}
