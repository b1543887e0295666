// The classes that are kept, read back from what a store holds. What is said of them is left to each command.
import { type Classroom, readClassroom } from '../../bots/index.ts';
import type { StoredEntry } from '../../sqlite-reading.ts';

export const CLASSROOMS = 'classrooms';

/** @throws TalesError `store-unusable` */
export const classroomsIn = (entries: readonly StoredEntry[]): readonly Classroom[] =>
  entries.filter(({ namespace }) => namespace === CLASSROOMS).map(({ value }) => readClassroom(value));
