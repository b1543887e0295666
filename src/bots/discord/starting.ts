// Books begin: by a command, or with the pictures of a message. In a thread that has a book already, the conversation
// there answers; elsewhere a thread is opened.
import type { ThreadPrivacy } from '../../config.ts';
import type { Log } from '../../log.ts';
import type { Answer } from '../conversation/replies.ts';
import { WORDING } from '../conversation/wording.ts';
import type { Reception } from '../types.ts';
import { onlyText, privateMessage, type Responding } from './answers.ts';
import type { Ask } from './connection.ts';
import type { Asked, Wish } from './incoming.ts';
import { display } from './parts.ts';
import type { Attached } from './pictures.ts';
import { type BookPlace, placeFor } from './place-in-class.ts';
import type { Posting } from './posting.ts';
import type { PrivateMessage } from './private-message.ts';
import { abandonThread, addToThread, begin, openThread } from './start-book.ts';
import { DISCORD_WORDS } from './wording.ts';

export interface StartingOptions {
  readonly ask: Ask;
  readonly log: Pick<Log, 'warn'>;
  readonly posting: Posting;
  readonly privacy: ThreadPrivacy;
  readonly seesMessages: () => boolean;
  /** A thread that is new has nothing to be caught up with. */
  readonly onOpened: (thread: string) => void;
}

type Wanted<T extends Wish['type']> = Extract<Wish, { readonly type: T }>;
type Titled = Pick<Wanted<'start'>, 'title' | 'who'>;

export interface Starting {
  start(reception: Reception, asked: Asked, wish: Wanted<'start'>): Promise<PrivateMessage>;
  take(reception: Reception, asked: Asked, wish: Wanted<'take'>): Promise<PrivateMessage>;
}

/** What may be a picture as far as Discord knows; the last word is the pipeline's. */
const mayBePicture = ({ attachment: { content_type: type = '' } }: Attached): boolean =>
  !/^(video|audio|text)\/|^application\/(?!octet-stream)/.test(type);

export function createStarting({ ask, log, posting, privacy, seesMessages, onOpened }: StartingOptions): Starting {
  const about = ({ locale, id }: Asked, otherwise: string): Responding => ({
    locale,
    seesMessages: seesMessages(),
    draft: id,
    otherwise,
  });

  const takeInto = (reception: Reception, asked: Asked, { pictures }: Wanted<'take'>, thread: string) =>
    posting.post(reception, { thread, id: `${asked.id}-pictures`, actor: asked.actor, pictures });

  const abandon = (thread: string): Promise<unknown> =>
    abandonThread(ask, thread).catch((error: unknown) => log.warn({ err: error }, 'a thread is left empty'));

  /** The thread of the new book; or why there is none, though it seemed that there could be. */
  const opened = async (
    reception: Reception,
    asked: Asked,
    { channel, type, locale, isClass }: BookPlace,
    { title, who }: Titled,
  ): Promise<{ readonly thread: string } | { readonly answers: readonly Answer[] }> => {
    const thread = await openThread(ask, { channel, type, locale, title, ...(isClass && { who }) });
    onOpened(thread);
    try {
      await addToThread(ask, thread, asked.actor.id);
      const answers = await begin(reception, { asked, thread, title, channel, who, locale });
      if (await reception.look(thread)) return { thread };
      await abandon(thread);
      return { answers };
    } catch (error) {
      await abandon(thread);
      throw error;
    }
  };

  /** A book in a thread of its own; the message says where. */
  const elsewhere = async (
    reception: Reception,
    asked: Asked,
    wish: Wanted<'start' | 'take'>,
  ): Promise<PrivateMessage> => {
    const words = DISCORD_WORDS[asked.locale];
    const place = await placeFor(reception, asked, privacy);
    if ('refusal' in place) return onlyText(place.refusal);
    const begun = await opened(reception, asked, place, wish.type === 'start' ? wish : {});
    if ('answers' in begun) return privateMessage(begun.answers, about(asked, WORDING[asked.locale].noBook));
    const { thread } = begun;
    const link = `<#${thread}>`;
    if (wish.type === 'start') return { components: [display(words.opened(link))], files: [] };
    await takeInto(reception, asked, wish, thread);
    return { components: [display(words.openedWithPictures(link, wish.pictures.length))], files: [] };
  };

  return {
    async start(reception, asked, wish) {
      if (!(await reception.look(asked.channel))) return elsewhere(reception, asked, wish);
      const { channel: thread, locale } = asked;
      const answers = await begin(reception, { asked, thread, title: wish.title, locale, channel: asked.parent });
      return privateMessage(answers, about(asked, DISCORD_WORDS[asked.locale].resumed));
    },
    async take(reception, asked, wish) {
      const words = DISCORD_WORDS[asked.locale];
      if (!wish.pictures.some(mayBePicture)) return onlyText(words.noPicturesThere);
      const taken = { ...wish, pictures: wish.pictures.filter(mayBePicture) };
      if (!(await reception.look(asked.channel))) return elsewhere(reception, asked, taken);
      const answers = await takeInto(reception, asked, taken, asked.channel);
      // The book may be deleted, long ago or just now: then nothing was taken.
      const isTaken = (await reception.look(asked.channel))?.state === 'open';
      if (!isTaken) return onlyText(WORDING[asked.locale].noBook);
      return privateMessage(answers, about(asked, words.picturesTaken(taken.pictures.length)));
    },
  };
}
