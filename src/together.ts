// Which jobs a worker runs beside each other: the pages of all books that are written at once share the steps of one model.
import type { JobKind } from './jobs.ts';

export const TOGETHER = { write: 8 } as const satisfies Partial<Record<JobKind, number>>;
