// Answers interactions within Discord's three seconds, whatever it takes to find the answer: in time with the answer
// itself, else with "a moment, please" and the answer afterwards. A fault is told to the person, and logged.
import { isTalesError } from '../../errors.ts';
import { explain } from '../../explain.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../clock.ts';
import { formLater, onlyText, type Response } from './answers.ts';
import type { Ask } from './connection.ts';
import { CODE, DiscordFault, explainFault, isFault } from './faults.ts';
import { planFiles } from './files.ts';
import type { Asked } from './incoming.ts';
import type { Load } from './load.ts';
import { modalOf } from './modal.ts';
import type { PrivateMessage } from './private-message.ts';
import { CALLBACK, COMPONENT, FLAG, type MessageBody, type OutFile } from './wire.ts';
import { DISCORD_WORDS } from './wording.ts';

/** Whoever takes longer is answered with a wait: what is left of the three seconds is the network's. */
const PATIENCE = 2000;

const TOO_LATE = [CODE.unknownInteraction, CODE.acknowledged, CODE.invalidToken] as const;

export interface AcknowledgeOptions {
  readonly ask: Ask;
  readonly load: Load;
  readonly clock: Clock;
  readonly log: Pick<Log, 'error' | 'warn'>;
}

export interface Acknowledge {
  /** Answers with what `work` finds, at once if it is quick. */
  quickly(asked: Asked, work: () => Promise<Response>): Promise<void>;
  /** For what takes its time: "a moment, please" first. */
  later(asked: Asked, work: () => Promise<PrivateMessage>): Promise<void>;
}

export function createAcknowledge({ ask, load, clock, log }: AcknowledgeOptions): Acknowledge {
  const answer = async (asked: Asked, type: number, data?: object, files: readonly OutFile[] = []): Promise<void> => {
    const body = { type, ...(data && { data }) };
    const path = `/interactions/${asked.id}/${asked.token}/callback` as const;
    try {
      await ask('POST', path, { body, files, auth: false });
    } catch (error) {
      if (!isTalesError(error) || !error.retryable) throw error;
      // The line broke: it is not known whether Discord has heard it, so that a second "answered already" is no fault.
      await ask('POST', path, { body, files, auth: false }).catch((again: unknown) => {
        if (!isFault(again, CODE.acknowledged)) throw again;
      });
    }
  };

  const drawn = async ({ components, files: wanted }: PrivateMessage): Promise<[MessageBody, readonly OutFile[]]> => {
    const { files, gone } = await load(wanted);
    const isThere = (filename: string): boolean => !gone.some((file) => file.filename === filename);
    const { attachments } = planFiles(
      wanted.filter(({ filename }) => isThere(filename)),
      [],
    );
    const shown = gone.length === 0 ? components : withoutGalleries(components);
    return [{ components: shown, attachments, allowed_mentions: { parse: [] } }, files];
  };

  const respondNow = async (asked: Asked, response: Response): Promise<void> => {
    if (response.type === 'modal')
      return answer(asked, CALLBACK.modal, modalOf(response.form, asked.locale, response.view));
    if (response.type === 'silence') return answer(asked, CALLBACK.silence);
    const [body, files] = await drawn(response.message);
    const type = asked.isPrivate ? CALLBACK.update : CALLBACK.message;
    const flags = FLAG.componentsV2 | (asked.isPrivate ? 0 : FLAG.ephemeral);
    await answer(asked, type, { ...body, flags }, files);
  };

  const respondLate = async (asked: Asked, message: PrivateMessage): Promise<void> => {
    const [body, files] = await drawn(message);
    const path = `/webhooks/${asked.application}/${asked.token}/messages/@original` as const;
    await ask('PATCH', path, { body: { ...body, flags: FLAG.componentsV2 }, files, auth: false });
  };

  const asMessage = (response: Response, { locale }: Asked): PrivateMessage => {
    if (response.type === 'modal') return formLater(response.form, locale);
    return response.type === 'message' ? response.message : onlyText(DISCORD_WORDS[locale].done);
  };

  /** What the person is told of a fault. */
  const sorry = (error: unknown, { locale, wish }: Asked): PrivateMessage => {
    log.error({ err: error, wish: wish.type }, 'an interaction failed');
    const known = explainFault(error);
    return onlyText(explain(isTalesError(known) ? known : { code: 'unexpected', details: {} }, locale));
  };

  /** The person waited too long, or answered twice: there is nobody left to tell. */
  const expectGone = (error: unknown): void => {
    if (!isFault(error, ...TOO_LATE)) {
      log.error({ err: error }, 'an interaction could not be answered');
    } else log.warn({ err: error }, 'an interaction was answered too late');
  };

  /** Discord may refuse what we say; the person is not left without an answer. */
  const orApologise = async (
    asked: Asked,
    say: () => Promise<void>,
    apologise: (message: PrivateMessage) => Promise<void>,
  ): Promise<void> => {
    try {
      await say();
    } catch (error) {
      if (!(error instanceof DiscordFault) || isFault(error, ...TOO_LATE)) throw error;
      await apologise(sorry(error, asked));
    }
  };

  const respondAtOnce = (asked: Asked, response: Response): Promise<void> =>
    orApologise(
      asked,
      () => respondNow(asked, response),
      (message) => respondNow(asked, { type: 'message', message }),
    );

  const finishLate = async (asked: Asked, work: Promise<PrivateMessage>): Promise<void> => {
    const message = await work.catch((error: unknown) => sorry(error, asked));
    await orApologise(
      asked,
      () => respondLate(asked, message),
      (apology) => respondLate(asked, apology),
    );
  };

  const wait = (asked: Asked): Promise<void> => answer(asked, CALLBACK.later, { flags: FLAG.ephemeral });

  return {
    async quickly(asked, work) {
      const response = work().catch((error: unknown): Response => ({ type: 'message', message: sorry(error, asked) }));
      let cancel = (): void => {};
      const patience = new Promise<undefined>((resolve) => {
        cancel = clock.after(PATIENCE, () => resolve(undefined));
      });
      try {
        const quick = await Promise.race([response, patience]);
        cancel();
        if (quick) return await respondAtOnce(asked, quick);
        await wait(asked);
        await finishLate(
          asked,
          response.then((late) => asMessage(late, asked)),
        );
      } catch (error) {
        expectGone(error);
      }
    },
    async later(asked, work) {
      try {
        await wait(asked);
        await finishLate(asked, work());
      } catch (error) {
        expectGone(error);
      }
    },
  };
}

const isGallery = ({ type }: { readonly type: number }): boolean => type === COMPONENT.gallery;

/** A panel whose picture's bytes are gone is still of use. */
const withoutGalleries = (components: PrivateMessage['components']): PrivateMessage['components'] =>
  components
    .filter((component) => !isGallery(component))
    .map((component) =>
      Array.isArray(component['components'])
        ? { ...component, components: component['components'].filter((inner) => !isGallery(inner)) }
        : component,
    );
