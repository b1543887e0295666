// All that the conversation says, by language. Faults are worded in `explain.ts`.
import type { Locale } from '../../story.ts';
import { en } from './wording-en.ts';
import { ko } from './wording-ko.ts';
import type { Words } from './words.ts';

export const WORDING: Readonly<Record<Locale, Words>> = { ko, en };
