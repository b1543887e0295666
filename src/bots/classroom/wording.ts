// What a classroom says, in the language asked for.
import type { Locale } from '../../story.ts';
import { en } from './wording-en.ts';
import { ko } from './wording-ko.ts';
import type { ClassWords } from './words.ts';

export const WORDING: Readonly<Record<Locale, ClassWords>> = { ko, en };
