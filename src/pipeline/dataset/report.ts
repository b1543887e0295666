// What was left out of a data set and why: one line for each file or entry, and how many there are of each kind.
import { openTable } from './table.ts';

export const FAULT_KINDS = [
  /** Annotated, but there is no picture of that name. */
  'no-picture',
  /** A picture that nobody has annotated. */
  'no-annotation',
  'doubled-picture',
  'doubled-annotation',
  /** Another entry has the same id. */
  'doubled-id',
  'broken-json',
  /** JSON of another shape; `detail` says where. */
  'wrong-shape',
  /** `detail` names the fields. */
  'missing-field',
  /** A file that cannot be got out of its archive; `detail` says why. */
  'unreadable',
  /** `detail` is the code of the refusal. */
  'refused-picture',
  /** The captioner had nothing to say. */
  'no-caption',
  /** A piece of an archive. */
  'archive-piece',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  readonly kind: FaultKind;
  readonly id?: string;
  readonly path?: string;
  readonly detail?: string;
}

export type FaultCounts = Readonly<Partial<Record<FaultKind, number>>>;

export const countFaults = (faults: readonly Fault[]): FaultCounts =>
  Object.fromEntries(
    FAULT_KINDS.map((kind) => [kind, faults.filter((fault) => fault.kind === kind).length] as const).filter(
      ([, count]) => count > 0,
    ),
  );

export const REPORT = 'report.csv';

/** In the order of kinds, and within a kind as they were found. */
export async function writeReport(folder: string, faults: readonly Fault[]): Promise<void> {
  const table = await openTable(folder, REPORT, ['kind', 'id', 'path', 'detail']);
  try {
    for (const kind of FAULT_KINDS)
      for (const { id = '', path = '', detail = '' } of faults.filter((fault) => fault.kind === kind))
        await table.add([kind, id, path, detail]);
    await table.finish();
  } finally {
    await table.abandon();
  }
}
