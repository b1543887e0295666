// Which bytes a class has of its own: anthologies and their files for printers. Those of its books are the books'.
import { without } from '../conversation/session.ts';
import { type Bygone, type ClassAnthology, type Classroom, type Posted, REMEMBERED } from './facts.ts';

const ofAnthology = ({ bound, folded }: ClassAnthology): readonly string[] => [
  ...(bound ? [...bound.volumes.map(({ pdf }) => pdf.key), bound.cover.key] : []),
  ...(folded?.booklets.map(({ pdf }) => pdf.key) ?? []),
];

/** Keys of all that it still needs. */
export const keptForClass = ({ anthologies }: Classroom): readonly string[] => anthologies.flatMap(ofAnthology);

/** Bytes that are to be deleted, but for those that are needed after all. */
export function doom(classroom: Classroom, keys: readonly string[]): Classroom {
  const kept = new Set(keptForClass(classroom));
  const gone = keys.filter((key) => !kept.has(key) && !classroom.doomed.includes(key));
  return gone.length === 0 ? classroom : { ...classroom, doomed: [...classroom.doomed, ...new Set(gone)] };
}

/** Messages of ours that are to go. */
export function withdraw(classroom: Classroom, posted: readonly Posted[]): Classroom {
  const known = new Set(classroom.leftover.flatMap(({ refs }) => refs));
  const going = posted
    .map(({ place, refs }) => ({ place, refs: refs.filter((ref) => !known.has(ref)) }))
    .filter(({ refs }) => refs.length > 0);
  return going.length === 0 ? classroom : { ...classroom, leftover: [...classroom.leftover, ...going] };
}

const messagesOf = (gone: readonly Bygone[]): readonly Posted[] => gone.flatMap(({ posted }) => posted);

/** Those of which a book is still there; of too many the oldest go, messages and all. */
function remember(classroom: Classroom, all: readonly Bygone[]): Classroom {
  const wanted = all.filter(
    ({ posted, books }) => posted.length > 0 && classroom.books.some(({ key }) => books.includes(key)),
  );
  const bygone = wanted.slice(-REMEMBERED.bygone);
  const changed = { ...without(classroom, 'bygone'), ...(bygone.length > 0 && { bygone }) } as Classroom;
  return withdraw(changed, messagesOf(wanted.slice(0, -REMEMBERED.bygone)));
}

/** What was left of anthologies goes like the anthologies themselves. */
export function dropBygone(classroom: Classroom, wanted: (bygone: Bygone) => boolean, clearing: boolean): Classroom {
  const { bygone = [] } = classroom;
  const going = clearing ? bygone.filter(wanted) : [];
  const rest = bygone.filter((one) => !going.includes(one));
  return bygone.length === 0 ? classroom : withdraw(remember(classroom, rest), messagesOf(going));
}

/** @param clearing whether our messages with them go, too. Else it is remembered where they are. */
export function dropAnthologies(
  classroom: Classroom,
  wanted: (anthology: ClassAnthology) => boolean,
  clearing: boolean,
): Classroom {
  const dropped = classroom.anthologies.filter(wanted);
  if (dropped.length === 0) return classroom;
  const rest = { ...classroom, anthologies: classroom.anthologies.filter((anthology) => !wanted(anthology)) };
  const places = dropped.map(({ number, title, books, asked, posted }) => ({ number, title, books, asked, posted }));
  const cleared = clearing
    ? withdraw(rest, messagesOf(dropped))
    : remember(rest, [...(classroom.bygone ?? []), ...places]);
  return doom(cleared, dropped.flatMap(ofAnthology));
}
