// The requests that answer an interaction: with a form, a message or silence; with "a moment, please", and with what
// comes after it. When to send which is left to `acknowledge.ts`.
import { isTalesError } from '../../errors.ts';
import { addressMessage } from './addressing.ts';
import { formLater, onlyText, type Response } from './answers.ts';
import { classFormLater } from './class-answers.ts';
import type { Ask } from './connection.ts';
import { CODE, isFault } from './faults.ts';
import { planFiles } from './files.ts';
import type { Asked } from './incoming.ts';
import type { Load } from './load.ts';
import { classModal, modalOf } from './modal.ts';
import type { PrivateMessage } from './private-message.ts';
import { CALLBACK, COMPONENT, FLAG, type MessageBody, type OutFile } from './wire.ts';
import { DISCORD_WORDS } from './wording.ts';

/** Each throws DiscordFault, or TalesError where a line or a store is broken. */
export interface Callbacks {
  /** Within the three seconds. */
  now(asked: Asked, response: Response): Promise<void>;
  wait(asked: Asked): Promise<void>;
  /** After `wait`. */
  late(asked: Asked, response: Response): Promise<void>;
}

/** Once more where the line broke: it is not known whether Discord has heard it. */
async function twice(say: () => Promise<unknown>): Promise<void> {
  try {
    await say();
  } catch (error) {
    if (!isTalesError(error) || !error.retryable) throw error;
    await say().catch((again: unknown) => {
      // It had heard it.
      if (!isFault(again, CODE.acknowledged)) throw again;
    });
  }
}

const isGallery = ({ type }: { readonly type: number }): boolean => type === COMPONENT.gallery;

/** A panel whose picture's bytes are gone is still of use: pictures go, and what stands beside them stays. */
const withoutPictures = (components: PrivateMessage['components']): PrivateMessage['components'] =>
  components
    .filter((component) => !isGallery(component))
    .flatMap((component): PrivateMessage['components'] => {
      const { type, components: inner } = component;
      if (!Array.isArray(inner)) return [component];
      return type === COMPONENT.section ? inner : [{ ...component, components: withoutPictures(inner) }];
    });

/** A form cannot come late: a button that leads there does. */
const asMessage = (response: Response, { locale }: Asked): PrivateMessage => {
  if (response.type === 'modal') {
    const message = formLater(response.form, locale);
    return response.thread === undefined ? message : addressMessage(message, response.thread);
  }
  if (response.type === 'class-modal') return classFormLater(response.form, locale);
  return response.type === 'message' ? response.message : onlyText(DISCORD_WORDS[locale].done);
};

export function createCallbacks({ ask, load }: { readonly ask: Ask; readonly load: Load }): Callbacks {
  const answer = ({ id, token }: Asked, type: number, data?: object, files: readonly OutFile[] = []): Promise<void> => {
    const body = { type, ...(data && { data }) };
    return twice(() => ask('POST', `/interactions/${id}/${token}/callback`, { body, files, auth: false }));
  };

  const drawn = async ({ components, files: wanted }: PrivateMessage): Promise<[MessageBody, readonly OutFile[]]> => {
    const { files, gone } = await load(wanted);
    const there = wanted.filter(({ filename }) => !gone.some((file) => file.filename === filename));
    const { attachments } = planFiles(there, []);
    const shown = gone.length === 0 ? components : withoutPictures(components);
    return [{ components: shown, attachments, allowed_mentions: { parse: [] } }, files];
  };

  return {
    async now(asked, response) {
      const { locale, isPrivate } = asked;
      if (response.type === 'modal') {
        return answer(asked, CALLBACK.modal, modalOf(response.form, locale, response));
      }
      if (response.type === 'class-modal') return answer(asked, CALLBACK.modal, classModal(response.form, locale));
      if (response.type === 'silence') return answer(asked, CALLBACK.silence);
      const [body, files] = await drawn(response.message);
      const updates = isPrivate && !response.apart;
      const flags = FLAG.componentsV2 | (updates ? 0 : FLAG.ephemeral);
      await answer(asked, updates ? CALLBACK.update : CALLBACK.message, { ...body, flags }, files);
    },
    wait: (asked) => answer(asked, CALLBACK.later, { flags: FLAG.ephemeral }),
    async late(asked, response) {
      const [body, files] = await drawn(asMessage(response, asked));
      const path = `/webhooks/${asked.application}/${asked.token}/messages/@original` as const;
      await twice(() => ask('PATCH', path, { body: { ...body, flags: FLAG.componentsV2 }, files, auth: false }));
    },
  };
}
