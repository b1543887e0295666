// What happens when somebody uses a command, presses something or sends a form: the conversation is told, and its answer
// becomes the one response that Discord takes. How books begin is in `starting.ts`, what is done about a whole class in
// `class-interactions.ts`.
import { pageViews } from '../conversation/buttons.ts';
import { cardOf } from '../conversation/card.ts';
import type { Form, FormId } from '../conversation/forms.ts';
import type { Answer } from '../conversation/replies.ts';
import type { Session } from '../conversation/session.ts';
import { WORDING } from '../conversation/wording.ts';
import { createRecent, type Recent } from '../recent.ts';
import type { Reception } from '../types.ts';
import type { Acknowledge } from './acknowledge.ts';
import { addressResponse, apart } from './addressing.ts';
import { onlyText, type Redrawn, type Response, redraw, respond } from './answers.ts';
import type { InteractInClass } from './class-interactions.ts';
import type { Entering } from './entering.ts';
import type { View } from './ids.ts';
import type { Asked, Wish } from './incoming.ts';
import type { Posting } from './posting.ts';
import type { Starting } from './starting.ts';
import { DISCORD_WORDS } from './wording.ts';

export interface InteractionsOptions {
  readonly acknowledge: Acknowledge;
  readonly starting: Starting;
  readonly posting: Posting;
  readonly seesMessages: () => boolean;
  readonly entering: Entering;
  readonly inClass: InteractInClass;
}

export type Interact = (reception: Reception, asked: Asked) => Promise<void>;

interface About {
  readonly view?: View | undefined;
  readonly scene?: string | undefined;
  readonly sent?: { readonly form: FormId; readonly scene?: string };
  readonly otherwise?: string;
}

/** One interaction with what it needs. */
interface Turn {
  readonly reception: Reception;
  readonly asked: Asked;
  /** Of the book that it is about, here or elsewhere. */
  readonly thread: string;
  readonly posting: Posting;
  readonly seesMessages: boolean;
  /** Forms as they were typed, by the interaction that brought them. */
  readonly drafts: Recent<{ readonly person: string; readonly form: Form }>;
}

type Wanted<T extends Wish['type']> = Extract<Wish, { readonly type: T }>;
const text = (said: string): Response => ({ type: 'message', message: onlyText(said) });

/** What is to be drawn again, as it is now. */
function redrawn(session: Session | undefined, { view, scene }: About, { locale }: Asked): Redrawn | undefined {
  if (session?.state !== 'open' || view === undefined) return undefined;
  const card = cardOf(session, locale);
  if (view === 'card') return { view, card };
  if (view === 'scene') {
    const { pictures } = card;
    const picture = pictures.find((candidate) => candidate.scene === scene);
    return picture && { view, picture, pictures };
  }
  const pages = pageViews(session, locale);
  const page = pages.find((candidate) => candidate.scene === scene);
  return page && { view, page, pages };
}

async function answer(turn: Turn, about: About, answers: readonly Answer[]): Promise<Response> {
  const { reception, asked, thread, drafts, seesMessages } = turn;
  const { id, actor, locale } = asked;
  const problems = answers.find(({ type }) => type === 'problems');
  if (problems?.type === 'problems') drafts.set(id, { person: actor.id, form: problems.form });
  const again = about.view && redrawn(await reception.look(thread), about, asked);
  return respond(answers, {
    locale,
    seesMessages,
    draft: id,
    ...(about.sent && { sent: about.sent }),
    ...(again && { redrawn: again }),
    ...(about.otherwise !== undefined && { otherwise: about.otherwise }),
  });
}

type Press = Omit<Wanted<'press'>, 'type'>;

async function press(turn: Turn, { action, view }: Press, otherwise?: string): Promise<Response> {
  const { reception, asked, thread } = turn;
  const event = { type: 'pressed', id: asked.id, actor: asked.actor, action } as const;
  const answers = await reception.receive({ thread, event });
  const scene = 'scene' in action ? action.scene : undefined;
  return answer(turn, { view, scene, ...(otherwise !== undefined && { otherwise }) }, answers);
}

async function command(turn: Turn, { action }: Wanted<'command'>): Promise<Response> {
  const { reception, asked, thread } = turn;
  const words = DISCORD_WORDS[asked.locale];
  if (await reception.look(thread)) {
    return press(turn, { action }, action.type === 'resume' ? words.resumed : words.done);
  }
  return text(action.type === 'help' ? `${WORDING[asked.locale].explained}\n${words.helpOutside}` : words.noBookHere);
}

async function pick(turn: Turn, { view, scene }: Wanted<'pick'>): Promise<Response> {
  const { reception, asked, thread, seesMessages } = turn;
  const again = redrawn(await reception.look(thread), { view, scene }, asked);
  if (again) return { type: 'message', message: redraw(again, { locale: asked.locale, seesMessages }) };
  return text(DISCORD_WORDS[asked.locale].notUnderstood);
}

async function submit(turn: Turn, { form, scene, view, values }: Omit<Wanted<'submit'>, 'type'>): Promise<Response> {
  const { reception, asked, thread } = turn;
  const sent = { form, ...(scene !== undefined && { scene }) };
  const event = { type: 'submitted', id: asked.id, actor: asked.actor, ...sent, values } as const;
  const answers = await reception.receive({ thread, event });
  return answer(turn, { view, scene, sent }, answers);
}

async function upload(turn: Turn, { scene, view, pictures }: Wanted<'upload'>): Promise<Response> {
  const { reception, asked, thread, posting } = turn;
  const posted = { thread, id: asked.id, actor: asked.actor, pictures, into: scene };
  const answers = await posting.post(reception, posted);
  // The book may have been deleted while the form was open: then nothing was taken.
  if ((await reception.look(thread))?.state !== 'open') return text(WORDING[asked.locale].noBook);
  // The card says that they are coming; a message of one's own does not.
  const isSaid = asked.fromMessage && !asked.isPrivate && thread === asked.channel;
  const otherwise = DISCORD_WORDS[asked.locale].uploaded;
  return answer(turn, { view, scene, ...(!isSaid && { otherwise }) }, answers);
}

async function draft(turn: Turn, { draft: name, action }: Wanted<'draft'>): Promise<Response> {
  const kept = turn.drafts.get(name);
  // The conversation decides whether the person may open that form; its own answer opens it anew.
  const response = await press(turn, { action });
  if (response.type !== 'modal' || kept?.person !== turn.asked.actor.id) return response;
  return { ...response, form: kept.form };
}

async function react(turn: Turn): Promise<Response> {
  const { wish, locale } = turn.asked;
  switch (wish.type) {
    case 'command':
      return command(turn, wish);
    case 'press':
      return press(turn, wish);
    case 'pick':
      return pick(turn, wish);
    case 'confirm':
      return submit(turn, { form: wish.form, values: {} });
    case 'draft':
      return draft(turn, wish);
    case 'submit':
      return submit(turn, wish);
    case 'upload':
      return upload(turn, wish);
    default:
      return text(DISCORD_WORDS[locale].notUnderstood);
  }
}

/** What is not about the book of a thread. */
function elsewhere(
  { entering, inClass }: InteractionsOptions,
  reception: Reception,
  asked: Asked,
): Promise<Response> | undefined {
  const { wish } = asked;
  switch (wish.type) {
    case 'class':
    case 'class-draft':
    case 'class-submit':
      return inClass(reception, asked, wish);
    case 'desk':
      return entering.toDesk(reception, asked, wish.channel);
    case 'enter':
      return entering.toBook(reception, asked, wish.thread);
    default:
      return undefined;
  }
}

export function createInteract(options: InteractionsOptions): Interact {
  const { acknowledge, starting, posting, seesMessages, entering } = options;
  const drafts: Turn['drafts'] = createRecent();

  const aboutBook = async (reception: Reception, asked: Asked): Promise<Response> => {
    const { wish, channel, locale } = asked;
    const there = 'thread' in wish ? wish.thread : undefined;
    if (there !== undefined && !(await entering.bookIsHere(reception, asked, there))) {
      return text(DISCORD_WORDS[locale].notUnderstood);
    }
    const turn = { reception, asked, thread: there ?? channel, posting, drafts, seesMessages: seesMessages() };
    const response = addressResponse(await react(turn), there);
    // Pressed in a view of the class, which can be used further.
    return there !== undefined && wish.type === 'press' && wish.view === undefined ? apart(response) : response;
  };

  return (reception, asked) => {
    const { wish } = asked;
    if (wish.type === 'start') return acknowledge.later(asked, () => starting.start(reception, asked, wish));
    if (wish.type === 'take') return acknowledge.later(asked, () => starting.take(reception, asked, wish));
    return acknowledge.quickly(
      asked,
      async () => (await elsewhere(options, reception, asked)) ?? (await aboutBook(reception, asked)),
    );
  };
}
