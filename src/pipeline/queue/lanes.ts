// Which line a job waits in. Most wait for a computer's own work and take turns for it; the others run beside it: what a
// service does, what helps people on, and large work that no child's book waits for. How many of each is the queues'.
import { isAside, type Job, type JobKind } from '../../jobs.ts';

/** How many jobs of a kind, where it is said of it. */
export type ByKind = Readonly<Partial<Record<JobKind, number>>>;

/** `binding` is the lane of large work: one at a time, so that its memory stays bounded, and nobody is kept waiting by it. */
export const LANES = ['main', 'elsewhere', 'aside', 'binding'] as const;
export type Lane = (typeof LANES)[number];

/** So many jobs that no book waits for run beside all others: they are quick, or wait for a service. */
export const MOST_ASIDE = 2;
export const MOST_BINDING = 1;

/** Whether a job's own rules let a service do its work. */
function mayGoElsewhere({ input }: Job): boolean {
  const rules = 'rules' in input ? input.rules : undefined;
  return rules === undefined || rules.engines === 'all';
}

/** @param elsewhere the kinds whose work is done by a service where the job lets it. */
export function laneOf(job: Job, elsewhere: ByKind): Lane {
  if (elsewhere[job.kind] !== undefined && mayGoElsewhere(job)) return 'elsewhere';
  if (isAside(job.kind)) return 'aside';
  return job.kind === 'bind' ? 'binding' : 'main';
}
