// The card as a message: what to do next on top, then every picture with a small image, its words and what can be done.
// Ten pictures with the longest words fit: two blocks each, and words cut to a few lines. Pure.

import type { Locale } from '../../../story.ts';
import { cardText } from '../../conversation/card.ts';
import type { Card, CardPicture } from '../../conversation/replies.ts';
import { WORDING } from '../../conversation/wording.ts';
import { LIMITS } from '../limits.ts';
import {
  actions,
  actionsWithMenu,
  type Block,
  context,
  DIVIDER,
  type FileFor,
  header,
  type Root,
  section,
  thumbnail,
} from './blocks.ts';
import { cut, cutEscaped, escapeText, marked, plain } from './text.ts';

export interface Drawing extends Root {
  readonly locale: Locale;
  readonly fileFor: FileFor;
}

export interface Drawn {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Of one line of a picture's words; the whole is in the form. */
const LINE = 140;

function pictureBlocks({ scene, number, alt, lines, buttons }: CardPicture, drawing: Drawing) {
  const { locale, fileFor } = drawing;
  const about = WORDING[locale].pictureNumber(number);
  const words = [about, ...lines.map((line) => cut(line.replace(/\s+/g, ' '), LINE))];
  const file = fileFor(scene);
  const text = plain(words.join('\n'), LIMITS.sectionText);
  return [
    section(text, file === undefined ? {} : thumbnail(file, alt)),
    ...actionsWithMenu({ ...drawing, about }, buttons),
  ];
}

/** All of the card, or with every line of a picture cut until it fits: each picture keeps its share. */
function cardFallback(card: Card, locale: Locale): string {
  for (const most of [Number.POSITIVE_INFINITY, 300, 140, 70, 30]) {
    const pictures = card.pictures.map((picture) => ({
      ...picture,
      lines: picture.lines.map((line) => cut(line, most)),
    }));
    const text = escapeText(cardText({ ...card, pictures }, locale));
    if (text.length <= LIMITS.fallback) return text;
  }
  return cutEscaped(cardText({ ...card, pictures: [] }, locale), LIMITS.fallback);
}

export function drawCard(card: Card, drawing: Drawing): Drawn {
  const { heading, about, pictures, status, next, buttons } = card;
  const blocks: readonly Block[] = [
    header(heading),
    ...(about.length > 0 ? [context([plain(about.join('\n'), LIMITS.contextText)])] : []),
    ...(status === undefined ? [] : [section(plain(status, LIMITS.sectionText))]),
    section(marked(`*${cutEscaped(next, LIMITS.sectionText - 2)}*`)),
    ...actions(drawing, buttons),
    ...(pictures.length > 0 ? [DIVIDER] : []),
    ...pictures.flatMap((picture) => pictureBlocks(picture, drawing)),
  ];
  return { text: cardFallback(card, drawing.locale), blocks };
}
