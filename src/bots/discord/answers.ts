// What the conversation answers one person with, as the one response that Discord takes: a form, a message that nobody
// else sees, or silence where the card says it all. Pure.
import type { Locale } from '../../story.ts';
import type { ClassForm } from '../classroom/replies.ts';
import type { Form, FormId, SceneForm } from '../conversation/forms.ts';
import type { Answer, Card, CardPicture, PageView } from '../conversation/replies.ts';
import { WORDING } from '../conversation/wording.ts';
import { cardComponents } from './card-message.ts';
import { pageSelect } from './choosing.ts';
import type { View } from './ids.ts';
import { LIMITS } from './limits.ts';
import type { Pressable } from './parts.ts';
import {
  ABOVE,
  actionFor,
  buttons,
  confirmation,
  type PrivateMessage,
  pagePanel,
  scenePanel,
  sentences,
} from './private-message.ts';
import { DISCORD_WORDS } from './wording.ts';

export type Response =
  /** `thread`: of the book, where the form opens elsewhere. */
  | { readonly type: 'modal'; readonly form: Form; readonly view?: View; readonly thread?: string }
  | { readonly type: 'class-modal'; readonly form: ClassForm }
  /** `apart`: beside the message that it came from, which stays as it is. */
  | { readonly type: 'message'; readonly message: PrivateMessage; readonly apart?: true }
  | { readonly type: 'silence' };

/** What is drawn again below what was said, so that one message serves for one thing after the other. */
export type Redrawn =
  | { readonly view: 'scene'; readonly picture: CardPicture; readonly pictures: readonly CardPicture[] }
  | { readonly view: 'page'; readonly page: PageView; readonly pages: readonly PageView[] }
  | { readonly view: 'card'; readonly card: Card };

export interface Responding {
  readonly locale: Locale;
  readonly seesMessages: boolean;
  /** Names what is remembered of a form that has to be mended. */
  readonly draft: string;
  /** The form that was sent, if one was. */
  readonly sent?: { readonly form: FormId; readonly scene?: string };
  readonly redrawn?: Redrawn;
  /** What to say where there is nothing else to say or to show; absent: nothing. */
  readonly otherwise?: string;
}

type Says<T extends Answer['type']> = Extract<Answer, { readonly type: T }>;

const privateCard = (card: Card, { locale, seesMessages }: Omit<Responding, 'draft'>): PrivateMessage => ({
  components: cardComponents(card, { locale, seesMessages, isPrivate: true, most: LIMITS.text - ABOVE }),
  files: [],
});

export function redraw(redrawn: Redrawn | undefined, about: Omit<Responding, 'draft'>): PrivateMessage {
  switch (redrawn?.view) {
    case 'scene':
      return scenePanel(redrawn.picture, { pictures: redrawn.pictures, locale: about.locale });
    case 'page':
      return pagePanel(redrawn.page, { pages: redrawn.pages, locale: about.locale });
    case 'card':
      return privateCard(redrawn.card, about);
    case undefined:
      return { components: [], files: [] };
  }
}

const toForm = (form: Form, style: Pressable['style']): Pressable => ({
  control: { type: 'press', action: actionFor(form) },
  label: form.title,
  style,
});

/** More that may be said of the scene, unless its panel offers that already. */
function moreOf({ sent, redrawn, locale }: Responding): readonly Pressable[] {
  const part: Partial<Record<FormId, Exclude<SceneForm, 'A'>>> = { A: 'B', B: 'C' };
  const more = sent && part[sent.form];
  if (!sent?.scene || !more || redrawn) return [];
  const words = WORDING[locale];
  const label = more === 'B' ? words.more : words.moreYet;
  return [
    { control: { type: 'press', action: { type: 'detail', scene: sent.scene, part: more } }, label, style: 'plain' },
  ];
}

const afterSaving = ({ next }: Says<'saved'>, about: Responding): readonly Pressable[] => [
  ...(next ? [toForm(next, 'primary')] : []),
  ...moreOf(about),
];

function pressables(answer: Answer, about: Responding): readonly Pressable[] {
  if (answer.type === 'saved') return afterSaving(answer, about);
  if (answer.type !== 'problems') return [];
  const control = { type: 'draft', draft: about.draft, action: actionFor(answer.form) } as const;
  return [{ control, label: DISCORD_WORDS[about.locale].reopen, style: 'primary' }];
}

function said(answer: Answer): readonly string[] {
  switch (answer.type) {
    case 'problems':
      return answer.problems.map(({ text }) => text);
    case 'saved':
    case 'notice':
    case 'pages':
      return [answer.text];
    default:
      return [];
  }
}

/** What stands below the sentences. */
function body(answers: readonly Answer[], about: Responding): PrivateMessage {
  const card = answers.find((answer) => answer.type === 'card');
  if (card) return privateCard(card.card, about);
  const pages = answers.find((answer) => answer.type === 'pages');
  if (pages) return { components: pageSelect(pages.pages, about.locale), files: [] };
  const asked = answers.find((answer) => answer.type === 'form');
  if (asked) return { components: confirmation(asked.form), files: [] };
  return redraw(about.redrawn, about);
}

/** Sentences, and below them whatever they are about. */
export function privateMessage(answers: readonly Answer[], about: Responding): PrivateMessage {
  const texts = answers.flatMap(said);
  const below = body(answers, about);
  const isBare = texts.length === 0 && below.components.length === 0;
  const spoken = isBare && about.otherwise !== undefined ? [about.otherwise] : texts;
  return {
    components: [
      ...sentences(spoken),
      ...buttons(answers.flatMap((answer) => pressables(answer, about))),
      ...below.components,
    ],
    files: below.files,
  };
}

export function respond(answers: readonly Answer[], about: Responding): Response {
  const form = answers.find((answer) => answer.type === 'form' && answer.form.fields.length > 0);
  if (form?.type === 'form') {
    return { type: 'modal', form: form.form, ...(about.redrawn && { view: about.redrawn.view }) };
  }
  const message = privateMessage(answers, about);
  return message.components.length > 0 ? { type: 'message', message } : { type: 'silence' };
}

/** Where a form cannot open any more, because Discord was told to wait: a way to it. */
export const formLater = (form: Form, locale: Locale): PrivateMessage => ({
  components: [...sentences([DISCORD_WORDS[locale].openForm]), ...buttons([toForm(form, 'primary')])],
  files: [],
});

export const onlyText = (text: string): PrivateMessage => ({ components: sentences([text]), files: [] });
