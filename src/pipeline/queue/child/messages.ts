// What queues and their workers say to each other, and how each makes sure that it was said. All of it is JSON.
import { z } from 'zod';
import { isErrorCode } from '../../../explain.ts';
import { JOB_KINDS, type Job, type JobKind, type JobNews } from '../../../jobs.ts';
import { OUTPUTS } from './outputs.ts';

export type ToWorker =
  | { readonly type: 'run'; readonly job: Job }
  /** Answered with `alive`. */
  | { readonly type: 'ping' }
  /** Stop what runs, then end. */
  | { readonly type: 'stop' };

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'alive' }
  | { readonly type: 'news'; readonly news: JobNews };

const TO_WORKER = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('run'),
    job: z.object({ id: z.string(), book: z.string(), kind: z.enum(JOB_KINDS), input: z.object({}) }),
  }),
  z.object({ type: z.literal('ping') }),
  z.object({ type: z.literal('stop') }),
]);

const STEPS = z.number().int().nonnegative();
const FAILURE = z.object({
  code: z.string().refine(isErrorCode),
  details: z.object({}),
  retryable: z.boolean(),
});

function newsOf(kind: JobKind) {
  const about = { id: z.string(), book: z.string(), kind: z.literal(kind) };
  return z.discriminatedUnion('type', [
    z.object({ ...about, type: z.literal('progress'), done: STEPS, total: STEPS }),
    z.object({ ...about, type: z.literal('done'), output: OUTPUTS[kind] }),
    z.object({ ...about, type: z.literal('failed'), failure: FAILURE }),
  ]);
}

const NEWS = z.union(JOB_KINDS.map(newsOf));

const FROM_WORKER = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('alive') }),
  z.object({ type: z.literal('news'), news: NEWS }),
]);

// The message itself is returned, not what the schema makes of it, which would leave out what it does not know.
const reader =
  <Message>(schema: z.ZodType) =>
  (value: unknown): Message | undefined =>
    schema.safeParse(value).success ? (value as Message) : undefined;

/** The message, or `undefined` when it is none. The inputs of jobs are left to their handlers. */
export const readToWorker = reader<ToWorker>(TO_WORKER);

/** The message, or `undefined` when it is none. */
export const readFromWorker = reader<FromWorker>(FROM_WORKER);

const asNews = reader<JobNews>(NEWS);

/** News as a value or as its JSON, or `undefined` when it is none. */
export function readNews(value: unknown): JobNews | undefined {
  if (typeof value !== 'string') return asNews(value);
  try {
    return asNews(JSON.parse(value));
  } catch {
    return undefined;
  }
}
