// The card as a message of Components V2: what there is, what is missing, the one next step, the pictures small and
// numbered, one place to choose among them. Pure; which pictures have to be sent is left to `files.ts`.
import type { Locale } from '../../story.ts';
import type { Button, Card, CardPicture } from '../conversation/replies.ts';
import { WORDING } from '../conversation/wording.ts';
import { sceneSelect } from './choosing.ts';
import { fileNameOf, type WantedFile } from './files.ts';
import { markOf } from './ids.ts';
import { LIMITS } from './limits.ts';
import { buttonRows, container, displays, gallery, pressable, separator } from './parts.ts';
import { cost, escapeText, fitText, fitTexts } from './text.ts';
import type { Component } from './wire.ts';
import { DISCORD_WORDS } from './wording.ts';

export interface CardOptions {
  readonly locale: Locale;
  /** Whether the bot sees pictures that are posted as messages. */
  readonly seesMessages: boolean;
  /** Names the message, to know it again by. */
  readonly tag?: string;
  /** A card for one person has no pictures of its own: they are on the one for all. */
  readonly isPrivate?: boolean;
  /** What all its text may cost. Default: what a whole message may. */
  readonly most?: number;
}

/** The longest that a heading or any other line that is not about a scene may cost. */
const FRAME_PART = 900;
/** What is going on may name many places where something is to be mended: so much of all text is for it. */
const STATUS_SHARE = 1 / 3;

/** The pictures that the card shows, as far as they can be shown. */
export const cardFiles = (card: Card): readonly WantedFile[] =>
  card.pictures
    .flatMap(({ thumbnail, alt }) => (thumbnail ? [{ blob: thumbnail, filename: fileNameOf(thumbnail), alt }] : []))
    .filter(({ filename }, index, all) => all.findIndex((other) => other.filename === filename) === index);

const mark = ({ state, missing }: CardPicture): string => {
  if (state === 'coming' || state === 'checking') return '⏳';
  return state === 'ready' && missing.length === 0 ? '✓' : '○';
};

/** What is known of a scene, in plain text. */
const sceneText = (picture: CardPicture): string => picture.lines.join('\n');

function sceneTexts({ pictures }: Card, locale: Locale, most: number): string {
  const headings = pictures.map((picture) => `**${mark(picture)} ${WORDING[locale].pictureNumber(picture.number)}**`);
  const left = most - headings.reduce((sum, heading) => sum + cost(heading) + cost('\n\n') + 3, 0);
  const bodies = fitTexts(pictures.map(sceneText), left);
  return headings.map((heading, index) => [heading, bodies[index]].filter(Boolean).join('\n')).join('\n');
}

/** The next caption to put into the book's language: its scene is at hand here without looking for it. */
function captionButton({ pictures }: Card, locale: Locale): readonly Button[] {
  const found = pictures.flatMap(({ number, buttons }) =>
    buttons
      .filter(({ action }) => action.type === 'caption')
      .map((button) => ({ ...button, label: DISCORD_WORDS[locale].captionOf(number, button.label) })),
  );
  return found.slice(0, 1);
}

export function cardComponents(card: Card, given: CardOptions): readonly Component[] {
  const { locale, seesMessages, tag, isPrivate = false, most = LIMITS.text } = given;
  const words = DISCORD_WORDS[locale];
  const { heading, about, pictures, status, next, buttons } = card;
  const canAdd = buttons.some(({ action }) => action.type === 'add');
  const top = [`## ${fitText(heading, FRAME_PART)}`, ...about.map((line) => fitText(line, FRAME_PART / 2))].join('\n');
  const bottom = [
    ...(status ? [fitText(status, most * STATUS_SHARE)] : []),
    ...(next ? [`**➡ ${fitText(next, FRAME_PART)}**`] : []),
    ...(canAdd && !seesMessages ? [`-# ${escapeText(words.cannotSee)}`] : []),
  ].join('\n');
  const scenes = pictures.length > 0 ? sceneTexts(card, locale, most - cost(top) - cost(bottom)) : '';
  const shown = isPrivate ? [] : cardFiles(card);
  const view = isPrivate ? 'card' : undefined;
  return [
    container(
      [
        ...displays(top),
        ...gallery(shown),
        ...displays(scenes),
        ...(bottom ? [separator] : []),
        ...displays(bottom),
        ...buttonRows(
          [...buttons, ...captionButton(card, locale)].map((button) => pressable(button, view)),
          tag,
        ),
        ...sceneSelect(pictures, locale, tag),
      ],
      tag === undefined ? undefined : markOf(tag),
    ),
  ];
}
