// Short names for the parts that statements are written with.
import type { LeafletPart } from '../../render/index.ts';

export const p = (text: string): LeafletPart => ({ kind: 'paragraph', text });
export const sub = (text: string): LeafletPart => ({ kind: 'subheading', text });
export const li = (text: string): LeafletPart => ({ kind: 'item', text });
/** A line for people to write on. */
export const blank = (text: string): LeafletPart => ({ kind: 'blank', text });
export const when = (condition: unknown, ...parts: readonly LeafletPart[]): readonly LeafletPart[] =>
  condition ? parts : [];
