// Turns of classrooms: one at a time for each, and what was learnt is kept before anybody is answered. They wait for no
// turn of a book, nor does any of those wait for them.
import type { Store } from '../store.ts';
import { type ClassDeed, classDeed } from './classroom/audit.ts';
import { convene } from './classroom/convene.ts';
import type { ClassEvent } from './classroom/events.ts';
import { type Classroom, placeOf } from './classroom/facts.ts';
import type { ClassAnswer } from './classroom/replies.ts';
import { isOver } from './classroom/standing.ts';
import { readClassroom } from './classroom/stored.ts';
import type { Clock } from './clock.ts';
import { createSerial } from './serial.ts';

export interface ClassTurn {
  readonly classroom: Classroom | undefined;
  readonly answers: readonly ClassAnswer[];
  /** Whether anything was learnt. */
  readonly isChanged: boolean;
}

export interface ClassTurns {
  /** Hears several things as one: all are kept, or none. @throws TalesError `store-unusable` */
  take(id: string, events: readonly ClassEvent[]): Promise<ClassTurn>;
  /** @throws TalesError `store-unusable` */
  read(id: string): Promise<Classroom | undefined>;
}

export interface ClassTurnsOptions {
  readonly classrooms: Pick<Store<Classroom>, 'get' | 'set' | 'delete'>;
  readonly clock: Clock;
  /** What a teacher did, told once it is kept. */
  readonly onDeed: (deed: ClassDeed) => void;
}

export function createClassTurns({ classrooms, clock, onDeed }: ClassTurnsOptions): ClassTurns {
  const serial = createSerial();
  const read = async (id: string): Promise<Classroom | undefined> => {
    const stored: unknown = await classrooms.get(id);
    return stored === undefined ? undefined : readClassroom(stored);
  };
  const keep = async (id: string, classroom: Classroom, at: number): Promise<Classroom | undefined> => {
    if (!isOver(classroom, at)) {
      await classrooms.set(id, classroom);
      return classroom;
    }
    await classrooms.delete(id);
    return undefined;
  };
  const take = async (id: string, events: readonly ClassEvent[]): Promise<ClassTurn> => {
    const before = await read(id);
    const at = clock.now();
    let classroom = before;
    const answers: ClassAnswer[] = [];
    const deeds: ClassDeed[] = [];
    for (const event of events) {
      const deed = classDeed(classroom, id, event);
      if (deed) deeds.push(deed);
      const turn = convene(classroom, event, placeOf(id), at);
      classroom = turn.classroom;
      answers.push(...turn.answers);
    }
    const isChanged = classroom !== before;
    if (classroom && isChanged) classroom = await keep(id, classroom, at);
    for (const deed of deeds) onDeed(deed);
    return { classroom, answers, isChanged };
  };
  return { read, take: (id, events) => serial.run(id, () => take(id, events)) };
}
