// Which bytes a class has of its own: anthologies and their files for printers. Those of its books are the books'.
import type { ClassAnthology, Classroom, Posted } from './facts.ts';

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

/** @param clearing whether our messages with them go, too. */
export function dropAnthologies(
  classroom: Classroom,
  wanted: (anthology: ClassAnthology) => boolean,
  clearing: boolean,
): Classroom {
  const dropped = classroom.anthologies.filter(wanted);
  if (dropped.length === 0) return classroom;
  const rest = { ...classroom, anthologies: classroom.anthologies.filter((anthology) => !wanted(anthology)) };
  const cleared = clearing
    ? withdraw(
        rest,
        dropped.flatMap(({ posted }) => posted),
      )
    : rest;
  return doom(cleared, dropped.flatMap(ofAnthology));
}
