// What happens when somebody acts on a class: the class is told, and its answer becomes the one response that Discord
// takes. What a class cannot do here is said before it is told.
import type { ClassAction } from '../classroom/actions.ts';
import type { ClassPersonEvent } from '../classroom/events.ts';
import type { ClassForm } from '../classroom/replies.ts';
import { createRecent } from '../recent.ts';
import type { Reception } from '../types.ts';
import { onlyText, type Response } from './answers.ts';
import { respondInClass } from './class-answers.ts';
import { channelOf, deskOf, type Entering } from './entering.ts';
import type { Asked, Wish } from './incoming.ts';
import { missingForClass, permissionNames } from './permissions.ts';
import type { Where } from './where.ts';
import { CHANNEL } from './wire.ts';
import { DISCORD_WORDS } from './wording.ts';

export type ClassWish = Extract<Wish, { readonly type: 'class' | 'class-draft' | 'class-submit' }>;

export interface ClassInteractOptions {
  readonly entering: Entering;
  readonly where: Where;
}

export type InteractInClass = (reception: Reception, asked: Asked, wish: ClassWish) => Promise<Response>;

/** These open the teachers' room where there is none. */
const OPENING: readonly ClassAction['type'][] = ['on', 'summary'];

const text = (said: string): Response => ({ type: 'message', message: onlyText(said) });

export function createInteractInClass({ entering, where }: ClassInteractOptions): InteractInClass {
  const drafts = createRecent<{ readonly person: string; readonly form: ClassForm }>();

  const tell = async (
    reception: Reception,
    asked: Asked,
    channel: string,
    event: ClassPersonEvent,
  ): Promise<Response> => {
    const answers = await reception.classes.receive({ channel, event });
    const problems = answers.find((answer) => answer.type === 'class-problems');
    if (problems) drafts.set(asked.id, { person: asked.actor.id, form: problems.form });
    return respondInClass(answers, {
      locale: asked.locale,
      channel,
      draft: asked.id,
      teacher: asked.actor.teacher,
      hasDesk: deskOf(await reception.classes.look(channel)) !== undefined,
    });
  };

  /** Why there can be no teachers' room here; `undefined` where there can be, or is. */
  const refusal = async (reception: Reception, asked: Asked, channel: string): Promise<string | undefined> => {
    const words = DISCORD_WORDS[asked.locale];
    if (!asked.actor.teacher || deskOf(await reception.classes.look(channel)) !== undefined) return undefined;
    if ((await where.find(channel))?.type !== CHANNEL.text) return words.classNeedsText;
    const lacking = missingForClass(asked.botMay);
    return lacking.length > 0 ? words.classLacks(permissionNames(lacking, asked.locale).join(', ')) : undefined;
  };

  const press = async (reception: Reception, asked: Asked, channel: string, action: ClassAction): Promise<Response> => {
    const why = OPENING.includes(action.type) ? await refusal(reception, asked, channel) : undefined;
    if (why !== undefined) return text(why);
    const { id, actor, locale } = asked;
    return tell(reception, asked, channel, { type: 'pressed', id, actor, locale, action });
  };

  const draft = async (
    reception: Reception,
    asked: Asked,
    { draft: name, channel, action }: Extract<ClassWish, { readonly type: 'class-draft' }>,
  ): Promise<Response> => {
    // The class decides whether the person may open that form; its own answer opens it anew.
    const response = await press(reception, asked, channel, action);
    const kept = drafts.get(name);
    if (response.type !== 'class-modal' || kept?.person !== asked.actor.id) return response;
    return { ...response, form: kept.form };
  };

  return async (reception, asked, wish) => {
    const channel = wish.channel ?? channelOf(asked);
    if (!(await entering.classIsHere(asked, channel))) return text(DISCORD_WORDS[asked.locale].notUnderstood);
    switch (wish.type) {
      case 'class':
        return press(reception, asked, channel, wish.action);
      case 'class-draft':
        return draft(reception, asked, wish);
      case 'class-submit': {
        const { id, actor, locale } = asked;
        const { form, about, values } = wish;
        const said = { form, values, ...(about !== undefined && { about }) };
        return tell(reception, asked, channel, { type: 'submitted', id, actor, locale, ...said });
      }
    }
  };
}
