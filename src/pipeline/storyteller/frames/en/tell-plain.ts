// The kinds of text that need no grammar: kept, quoted, named, or set apart.

import type { Pattern } from './deck.ts';
import type { Draft } from './draft.ts';
import { type Matter, SPEECH } from './patterns/main.ts';
import type { Reading } from './reading.ts';

export interface PlainPatterns {
  readonly thing: readonly Pattern<Matter>[];
  /** Right for any text at all. */
  readonly text: readonly Pattern<Matter>[];
}

/** Tells what is neither clause nor phrase; those are left to the caller. */
export function tellPlain(draft: Draft, reading: Reading, { thing, text }: PlainPatterns): void {
  const scene = draft.scene();
  if (reading.kind === 'whole') draft.own(reading.text);
  else if (reading.kind === 'speech') draft.tell(SPEECH, { ...scene, thing: reading.text });
  else if (reading.kind === 'thing') draft.tell(thing, { ...scene, thing: reading.text });
  else if (reading.kind === 'text') draft.tell(text, { ...scene, thing: reading.text });
}
