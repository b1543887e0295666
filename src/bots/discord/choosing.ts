// Where people choose among the scenes or the pages of a book: one select, in the card and in each panel. Pure.
import type { Locale } from '../../story.ts';
import type { CardPicture, PageView } from '../conversation/replies.ts';
import { WORDING } from '../conversation/wording.ts';
import { type Option, selectRow } from './parts.ts';
import type { Component } from './wire.ts';
import { DISCORD_WORDS } from './wording.ts';

function sceneOption({ scene, number, state, missing }: CardPicture, locale: Locale): Option {
  const words = DISCORD_WORDS[locale];
  const isDone = state === 'ready' && missing.length === 0;
  const description = isDone ? words.complete : missing.length > 0 ? words.toComplete(missing.join(', ')) : '';
  return { value: scene, label: WORDING[locale].pictureNumber(number), ...(description && { description }) };
}

/** @param tag names the message. */
export const sceneSelect = (pictures: readonly CardPicture[], locale: Locale, tag?: string): readonly Component[] =>
  selectRow(
    { type: 'pick', view: 'scene' },
    DISCORD_WORDS[locale].pickScene,
    pictures.map((picture) => sceneOption(picture, locale)),
    tag,
  );

const pageOption = ({ scene, number, text, locked }: PageView, locale: Locale): Option => ({
  value: scene,
  label: `${locked ? '🔒 ' : ''}${WORDING[locale].textTitle(number)}`,
  description: text.replace(/\s+/g, ' ').trim(),
});

export const pageSelect = (pages: readonly PageView[], locale: Locale): readonly Component[] =>
  selectRow(
    { type: 'pick', view: 'page' },
    DISCORD_WORDS[locale].pickPage,
    pages.map((page) => pageOption(page, locale)),
  );
