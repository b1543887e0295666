// What the page sends, held to its shape and turned into events of the conversation. Pure.
import { z } from 'zod';
import { type Locale, TEXT_LIMITS } from '../../story.ts';
import { readClassAction } from '../classroom/actions.ts';
import type { ClassPersonEvent } from '../classroom/events.ts';
import { CLASS_FORM_IDS } from '../classroom/form-ids.ts';
import { readAction } from '../conversation/actions.ts';
import type { Actor, PersonEvent } from '../conversation/events.ts';
import { FORM_IDS } from '../conversation/forms.ts';

/** Made up by the page, so that saying something again counts once. */
const id = z.string().regex(/^[\w-]{8,64}$/);
const scene = z.string().regex(/^s\d{1,6}$/);
/** What a teacher's form for giving back names the printed book by. */
const print = z.string().regex(/^r\d{1,6}$/);
/** Longer than any field allows: what is too long is told at its field. */
const LONGEST_VALUE = 20_000;

const said = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('pressed'), id, action: z.string().max(40) }),
  z.strictObject({
    type: z.literal('submitted'),
    id,
    form: z.enum(FORM_IDS).exclude(['pictures']),
    scene: z.union([scene, print]).optional(),
    values: z.record(z.string().max(40), z.string().max(LONGEST_VALUE)),
  }),
  z.strictObject({ type: z.literal('lost'), id, sources: z.array(id).min(1).max(20) }),
]);

const announced = z.strictObject({
  id,
  into: scene.optional(),
  files: z
    .array(
      z.strictObject({
        source: id,
        name: z.string().max(300),
        size: z.number().int().nonnegative(),
        type: z.string().max(200),
      }),
    )
    .min(1)
    .max(100),
});

const started = z.strictObject({
  id,
  title: z.string().max(TEXT_LIMITS.title),
  /** Number or nickname. */
  label: z.string().max(100).exactOptional(),
  locale: z.enum(['ko', 'en']),
});

const classSaid = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('pressed'), id, action: z.string().max(40) }),
  z.strictObject({
    type: z.literal('submitted'),
    id,
    form: z.enum(CLASS_FORM_IDS),
    about: z
      .string()
      .regex(/^b?\d{1,6}$/)
      .exactOptional(),
    values: z.record(z.string().max(40), z.string().max(LONGEST_VALUE)),
  }),
]);

/** `undefined` for what our page of the class never sends. */
export function readClassSaid(body: unknown, actor: Actor, locale: Locale): ClassPersonEvent | undefined {
  const { data } = classSaid.safeParse(body);
  if (data?.type !== 'pressed') return data && { ...data, actor, locale };
  const action = readClassAction(data.action);
  return action && { type: 'pressed', id: data.id, actor, locale, action };
}

export type Announced = z.infer<typeof announced>;
export type StartedBook = z.infer<typeof started>;

/** `undefined` for what our page never sends. */
export function readSaid(body: unknown, actor: Actor): PersonEvent | undefined {
  const { data } = said.safeParse(body);
  switch (data?.type) {
    case 'pressed': {
      const action = readAction(data.action);
      return action && { type: 'pressed', id: data.id, actor, action };
    }
    case 'submitted': {
      const { form, values } = data;
      return { type: 'submitted', id: data.id, actor, form, values, ...(data.scene && { scene: data.scene }) };
    }
    default:
      return data;
  }
}

export const readAnnounced = (body: unknown): Announced | undefined => announced.safeParse(body).data;
export const readStarted = (body: unknown): StartedBook | undefined => started.safeParse(body).data;
export const isSource = (text: string): boolean => id.safeParse(text).success;

const keys = z.array(z.string().max(40)).max(50);
/** Keys of notices that were read. */
export const readKeys = (body: unknown): readonly string[] | undefined => keys.safeParse(body).data;

const code = z.strictObject({ code: z.string().max(200) });
export const readCode = (body: unknown): string | undefined => code.safeParse(body).data?.code;
