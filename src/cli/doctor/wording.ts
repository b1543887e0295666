// The doctor's words, by language.
import type { Locale } from '../../story.ts';
import { en } from './wording-en.ts';
import { ko } from './wording-ko.ts';
import type { DoctorWording } from './wording-types.ts';

export const DOCTOR_WORDING: Readonly<Record<Locale, DoctorWording>> = { ko, en };
