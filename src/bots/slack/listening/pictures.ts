// Pictures that come into threads by themselves, and those that are taken back: told to the conversation in the order of
// each thread. Those of forms and of the shortcut are told by `submissions.ts` and `shortcuts.ts`.
import type { Answer } from '../../conversation/replies.ts';
import { createSerial } from '../../serial.ts';
import type { Heard } from '../ears.ts';
import { readMessage, type Said } from '../incoming/messages.ts';
import { note } from '../outgoing/blocks.ts';
import { escapeText } from '../outgoing/text.ts';
import type { MessageEvent } from '../payloads.ts';
import { nameThread } from '../thread.ts';
import type { Desk } from './desk.ts';

/** Something that happened, under its own id. */
export interface Told<E> extends Heard<E> {
  readonly id: string;
}

type Posted = Extract<Said, { readonly type: 'pictures' }>;

export interface PictureEvents {
  message(told: Told<MessageEvent>): Promise<void>;
  deletedFile(team: string, id: string, file: string): Promise<void>;
}

/** Whether a thread has a book. */
export const createIsOpen =
  ({ reception }: Pick<Desk, 'reception'>) =>
  async (thread: string): Promise<boolean> =>
    (await reception.look(thread))?.state === 'open';

function createTakePictures(desk: Desk): (told: Told<MessageEvent>, said: Posted) => Promise<void> {
  const { reception, catchingUp, people, pictures, telling, uploadOf, locale: usual } = desk;
  const isOpen = createIsOpen(desk);

  const keep = async ({ team, id, payload }: Told<MessageEvent>, said: Posted): Promise<readonly Answer[]> => {
    const { root, user, ts, postings } = said;
    const thread = nameThread({ team, channel: payload.channel, ts: root });
    await pictures.remember(team, thread, postings, { inThread: true });
    return reception.receive({
      thread,
      event: {
        type: 'posted',
        id,
        actor: await people.actor(team, user),
        pictures: postings.map(({ picture }) => picture),
      },
      uploads: postings.map((posting) => uploadOf(team, posting)),
      ...(catchingUp.isComplete(thread) && { mark: ts }),
    });
  };

  return async (told, said) => {
    const { team, payload } = told;
    const { root, user } = said;
    const spot = { team, channel: payload.channel, ts: root };
    const thread = nameThread(spot);
    let isBooks = catchingUp.isComplete(thread);
    let answers: readonly Answer[];
    try {
      isBooks = await isOpen(thread);
      // Pictures in threads without a book are nobody's business.
      if (!isBooks) return;
      answers = await keep(told, said);
    } catch (error) {
      // No later message may move the mark past what was not kept.
      catchingUp.dropped(thread);
      const locale = people.knownLocale(team, user) ?? usual;
      const text = telling.faultText(error, locale);
      // Where not even the book could be looked at, only a thread that is known for a book's is answered.
      if (isBooks)
        await telling.say({ spot, user, locale, inThread: true }, { text: escapeText(text), blocks: [note(text)] });
      throw error;
    }
    const locale = people.knownLocale(team, user) ?? usual;
    await telling.tell({ spot, user, locale, inThread: true }, answers);
  };
}

export function createPictureEvents(desk: Desk): PictureEvents {
  const { reception, pictures } = desk;
  const isOpen = createIsOpen(desk);
  const takePictures = createTakePictures(desk);
  /** One message after the other in each thread: a picture is not taken back before it was told of. */
  const serial = createSerial();

  const withdraw = async (thread: string, id: string, sources: readonly string[]): Promise<void> => {
    if (await isOpen(thread)) await reception.receive({ thread, event: { type: 'withdrawn', id, sources } });
  };

  return {
    async message(told) {
      const { team, id, self, payload } = told;
      const said = readMessage(payload, self);
      if (!said) return;
      const thread = nameThread({ team, channel: payload.channel, ts: said.root });
      await serial.run(thread, () =>
        said.type === 'pictures' ? takePictures(told, said) : withdraw(thread, id, said.sources),
      );
    },
    async deletedFile(team, id, file) {
      const posted = await pictures.postedAs(team, file);
      for (const thread of new Set(posted.map((place) => place.thread))) {
        const sources = posted.filter((place) => place.thread === thread).map(({ source }) => source);
        await serial.run(thread, () => withdraw(thread, id, sources));
      }
    },
  };
}
