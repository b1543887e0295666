// What only one person sees: panels of a scene or a page, notices, the next form, the question before everything goes.
// Pure; which of it answers what is left to `answers.ts`.
import type { Locale } from '../../story.ts';
import type { Action } from '../conversation/actions.ts';
import type { Form } from '../conversation/forms.ts';
import { requestIn } from '../conversation/print-name.ts';
import type { Button, CardPicture, PageView } from '../conversation/replies.ts';
import { WORDING } from '../conversation/wording.ts';
import { pageSelect, sceneSelect } from './choosing.ts';
import { fileNameOf, type WantedFile } from './files.ts';
import { LIMITS } from './limits.ts';
import { buttonRows, container, displays, gallery, type Pressable, pressable } from './parts.ts';
import { cost, escapeText, fitText, fitTexts } from './text.ts';
import type { Component } from './wire.ts';
import { DISCORD_WORDS } from './wording.ts';

/** A message for one person, before its files are sent. */
export interface PrivateMessage {
  readonly components: readonly Component[];
  readonly files: readonly WantedFile[];
}

/** What a message may cost beside the sentences that stand above it. */
export const ABOVE = 2500;

export const sentences = (texts: readonly string[]): readonly Component[] =>
  displays(fitTexts(texts.filter(Boolean), ABOVE).join('\n\n'));

export const buttons = (given: readonly Pressable[]): readonly Component[] => buttonRows(given);

/** The way to a form: what a person would have pressed to get there. */
export function actionFor({ id, scene }: Pick<Form, 'id' | 'scene'>): Action {
  if (scene === undefined) {
    const ways: Partial<Record<Form['id'], Action>> = {
      delete: { type: 'delete' },
      pictures: { type: 'add' },
      hand: { type: 'hand' },
    };
    return ways[id] ?? { type: 'book' };
  }
  switch (id) {
    case 'A':
      return { type: 'describe', scene };
    case 'B':
    case 'C':
      return { type: 'detail', scene, part: id };
    case 'caption':
      return { type: 'caption', scene };
    case 'text':
      return { type: 'edit', scene };
    case 'versions':
      return { type: 'versions', scene };
    case 'print':
      return { type: 'booklet', request: requestIn(scene) ?? 0 };
    case 'return':
      return { type: 'return', request: requestIn(scene) ?? 0 };
    default:
      return { type: 'replace', scene };
  }
}

/** What is seen has a way of its own here: the form of its scene may have no room for it. */
function withCaption({ scene, state, buttons: given }: CardPicture, locale: Locale): readonly Button[] {
  if (state !== 'ready' || given.some(({ action }) => action.type === 'caption')) return given;
  const caption: Button = { action: { type: 'caption', scene }, label: DISCORD_WORDS[locale].caption, style: 'plain' };
  return [...given.slice(0, 1), caption, ...given.slice(1)];
}

/** A scene with all that can be done about it, and the way to the others. */
export function scenePanel(
  picture: CardPicture,
  { pictures, locale }: { readonly pictures: readonly CardPicture[]; readonly locale: Locale },
): PrivateMessage {
  const { number, lines, alt, thumbnail } = picture;
  const files = thumbnail ? [{ blob: thumbnail, filename: fileNameOf(thumbnail), alt }] : [];
  const heading = `### ${escapeText(WORDING[locale].pictureNumber(number))}`;
  const body = fitTexts(lines, LIMITS.text - ABOVE - cost(heading));
  return {
    files,
    components: [
      container([
        ...displays([heading, ...body].join('\n')),
        ...gallery(files),
        ...buttonRows(withCaption(picture, locale).map((button) => pressable(button, 'scene'))),
        ...sceneSelect(pictures, locale),
      ]),
    ],
  };
}

/** A page with its text, all that can be done about it, and the way to the others. */
export function pagePanel(
  { text, number, buttons: given }: PageView,
  { pages, locale }: { readonly pages: readonly PageView[]; readonly locale: Locale },
): PrivateMessage {
  const heading = `### ${escapeText(WORDING[locale].textTitle(number))}`;
  return {
    files: [],
    components: [
      container([
        ...displays([heading, fitText(text, LIMITS.text - ABOVE - cost(heading))].join('\n')),
        ...buttonRows(given.map((button) => pressable(button, 'page'))),
        ...pageSelect(pages, locale),
      ]),
    ],
  };
}

/** Asks whether a form without fields is meant. */
export function confirmation(form: Form): readonly Component[] {
  const { id, title, intro, submit, danger } = form;
  const text = [`### ${fitText(title, ABOVE / 2)}`, ...(intro ? [fitText(intro, ABOVE / 2)] : [])].join('\n');
  const press: Pressable = {
    control: { type: 'confirm', form: id },
    label: submit,
    style: danger ? 'danger' : 'primary',
  };
  return [...displays(text), ...buttonRows([press])];
}
