// What happens when somebody uses a command, presses something or sends a form: the conversation is told, and its answer
// becomes the one response that Discord takes.
import type { ThreadPrivacy } from '../../config.ts';
import { pageViews } from '../conversation/buttons.ts';
import { cardOf } from '../conversation/card.ts';
import type { Form, FormId } from '../conversation/forms.ts';
import type { Answer } from '../conversation/replies.ts';
import type { Session } from '../conversation/session.ts';
import { WORDING } from '../conversation/wording.ts';
import type { Reception } from '../types.ts';
import type { Acknowledge } from './acknowledge.ts';
import { onlyText, privateMessage, type Redrawn, type Responding, type Response, respond } from './answers.ts';
import type { Ask } from './connection.ts';
import type { View } from './ids.ts';
import type { Asked, Wish } from './incoming.ts';
import type { Posting } from './posting.ts';
import { type PrivateMessage, pagePanel, scenePanel } from './private-message.ts';
import { createRecent } from './recent.ts';
import { abandonThread, begin, openThread, threadFor } from './start-book.ts';
import { escapeText } from './text.ts';
import { DISCORD_WORDS } from './wording.ts';

export interface InteractionsOptions {
  readonly ask: Ask;
  readonly acknowledge: Acknowledge;
  readonly posting: Posting;
  readonly privacy: ThreadPrivacy;
  readonly seesMessages: () => boolean;
  /** A thread that is new has nothing to be caught up with. */
  readonly onOpened: (thread: string) => void;
}

export type Interact = (reception: Reception, asked: Asked) => Promise<void>;

type Wanted<T extends Wish['type']> = Extract<Wish, { readonly type: T }>;

interface About {
  readonly view?: View | undefined;
  readonly scene?: string | undefined;
  readonly sent?: { readonly form: FormId; readonly scene?: string };
  readonly otherwise?: string;
}

/** What is to be drawn again, as it is now. */
function redrawn(session: Session | undefined, { view, scene }: About, asked: Asked): Redrawn | undefined {
  if (session?.state !== 'open' || view === undefined) return undefined;
  const card = cardOf(session, asked.locale);
  if (view === 'card') return { view, card };
  if (view === 'scene') {
    const picture = card.pictures.find((candidate) => candidate.scene === scene);
    return picture && { view, picture };
  }
  const page = pageViews(session, asked.locale).find((candidate) => candidate.scene === scene);
  return page && { view, page };
}

export function createInteract(options: InteractionsOptions): Interact {
  const { ask, acknowledge, posting, privacy, seesMessages, onOpened } = options;
  /** Forms as they were typed, by the interaction that brought them. */
  const drafts = createRecent<{ readonly person: string; readonly form: Form }>();

  const answering = async (reception: Reception, asked: Asked, about: About): Promise<Responding> => {
    const { view, sent, otherwise } = about;
    const again = view && redrawn(await reception.look(asked.channel), about, asked);
    return {
      locale: asked.locale,
      seesMessages: seesMessages(),
      draft: asked.id,
      ...(sent && { sent }),
      ...(again && { redrawn: again }),
      ...(otherwise !== undefined && { otherwise }),
    };
  };

  const keepDraft = (answers: readonly Answer[], { id, actor }: Asked): void => {
    const asked = answers.find((answer) => answer.type === 'problems');
    if (asked) drafts.set(id, { person: actor.id, form: asked.form });
  };

  const turn = async (
    reception: Reception,
    asked: Asked,
    about: About,
    answers: readonly Answer[],
  ): Promise<Response> => {
    keepDraft(answers, asked);
    return respond(answers, await answering(reception, asked, about));
  };

  const press = async (
    reception: Reception,
    asked: Asked,
    { action, view }: Omit<Wanted<'press'>, 'type'>,
    otherwise?: string,
  ) => {
    const event = { type: 'pressed', id: asked.id, actor: asked.actor, action } as const;
    const answers = await reception.receive({ thread: asked.channel, event });
    const scene = 'scene' in action ? action.scene : undefined;
    return turn(reception, asked, { view, scene, ...(otherwise !== undefined && { otherwise }) }, answers);
  };

  const command = async (reception: Reception, asked: Asked, { action }: Wanted<'command'>): Promise<Response> => {
    const words = DISCORD_WORDS[asked.locale];
    if (await reception.look(asked.channel)) {
      return press(reception, asked, { action }, action.type === 'resume' ? words.resumed : words.done);
    }
    const text = action.type === 'help' ? `${WORDING[asked.locale].explained}\n${words.helpOutside}` : words.noBookHere;
    return { type: 'message', message: onlyText(text) };
  };

  const pick = async (reception: Reception, asked: Asked, { view, scene }: Wanted<'pick'>): Promise<Response> => {
    const again = redrawn(await reception.look(asked.channel), { view, scene }, asked);
    if (again?.view === 'scene') return { type: 'message', message: scenePanel(again.picture, asked.locale) };
    if (again?.view === 'page') return { type: 'message', message: pagePanel(again.page, asked.locale) };
    return { type: 'message', message: onlyText(WORDING[asked.locale].stale) };
  };

  const submit = async (reception: Reception, asked: Asked, wish: Wanted<'submit'>): Promise<Response> => {
    const { form, scene, view, values } = wish;
    const about = { form, ...(scene !== undefined && { scene }) };
    const event = { type: 'submitted', id: asked.id, actor: asked.actor, ...about, values } as const;
    const answers = await reception.receive({ thread: asked.channel, event });
    return turn(reception, asked, { view, scene, sent: about }, answers);
  };

  const upload = async (reception: Reception, asked: Asked, wish: Wanted<'upload'>): Promise<Response> => {
    const { scene, view, pictures } = wish;
    const posted = { thread: asked.channel, id: asked.id, actor: asked.actor, pictures, into: scene };
    const answers = await posting.post(reception, posted);
    const words = DISCORD_WORDS[asked.locale];
    const otherwise = view || asked.isPrivate || !asked.fromMessage ? { otherwise: words.uploaded } : {};
    return turn(reception, asked, { view, scene, ...otherwise }, answers);
  };

  const draft = async (
    reception: Reception,
    asked: Asked,
    { draft: name, action }: Wanted<'draft'>,
  ): Promise<Response> => {
    const kept = drafts.get(name);
    // The conversation decides whether the person may open that form; its own answer opens it anew.
    const response = await press(reception, asked, { action });
    if (response.type !== 'modal' || kept?.person !== asked.actor.id) return response;
    return { ...response, form: kept.form };
  };

  const takePictures = (reception: Reception, asked: Asked, { pictures }: Wanted<'take'>, thread: string) =>
    posting.post(reception, { thread, id: `${asked.id}-pictures`, actor: asked.actor, pictures });

  /** A book in a thread of its own; the message says where. */
  const startElsewhere = async (
    reception: Reception,
    asked: Asked,
    wish: Wanted<'start' | 'take'>,
  ): Promise<PrivateMessage> => {
    const { locale } = asked;
    const words = DISCORD_WORDS[locale];
    const place = threadFor(asked, privacy);
    if ('refusal' in place) return onlyText(place.refusal);
    const title = wish.type === 'start' ? wish.title : undefined;
    const thread = await openThread(ask, { asked, type: place.type, locale, title });
    onOpened(thread);
    try {
      await begin(reception, { asked, thread, title });
    } catch (error) {
      await abandonThread(ask, thread);
      throw error;
    }
    if (wish.type === 'take') await takePictures(reception, asked, wish, thread);
    const link = `<#${thread}>`;
    const text = wish.type === 'take' ? words.openedWithPictures(link, wish.pictures.length) : words.opened(link);
    return { components: [{ type: 10, content: text }], files: [] };
  };

  const start = async (reception: Reception, asked: Asked, wish: Wanted<'start'>): Promise<PrivateMessage> => {
    const session = await reception.look(asked.channel);
    if (!session) return startElsewhere(reception, asked, wish);
    const answers = await begin(reception, { asked, thread: asked.channel, title: wish.title });
    const about = await answering(reception, asked, { otherwise: DISCORD_WORDS[asked.locale].resumed });
    return privateMessage(answers, about);
  };

  const take = async (reception: Reception, asked: Asked, wish: Wanted<'take'>): Promise<PrivateMessage> => {
    const words = DISCORD_WORDS[asked.locale];
    if (wish.pictures.length === 0) return onlyText(words.noPicturesThere);
    if (!(await reception.look(asked.channel))) return startElsewhere(reception, asked, wish);
    const answers = await takePictures(reception, asked, wish, asked.channel);
    const otherwise = words.picturesTaken(wish.pictures.length);
    return privateMessage(answers, await answering(reception, asked, { otherwise }));
  };

  const quick = (reception: Reception, asked: Asked): (() => Promise<Response>) => {
    const { wish } = asked;
    switch (wish.type) {
      case 'command':
        return () => command(reception, asked, wish);
      case 'press':
        return () => press(reception, asked, wish);
      case 'pick':
        return () => pick(reception, asked, wish);
      case 'confirm':
        return () => submit(reception, asked, { type: 'submit', form: wish.form, values: {} });
      case 'draft':
        return () => draft(reception, asked, wish);
      case 'submit':
        return () => submit(reception, asked, wish);
      case 'upload':
        return () => upload(reception, asked, wish);
      default:
        return async () => ({
          type: 'message',
          message: onlyText(escapeText(DISCORD_WORDS[asked.locale].notUnderstood)),
        });
    }
  };

  return (reception, asked) => {
    const { wish } = asked;
    if (wish.type === 'start') return acknowledge.later(asked, () => start(reception, asked, wish));
    if (wish.type === 'take') return acknowledge.later(asked, () => take(reception, asked, wish));
    return acknowledge.quickly(asked, quick(reception, asked));
  };
}
