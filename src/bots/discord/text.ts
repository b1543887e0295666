// Plain text to Discord's markdown: nothing of it formats, links or mentions, and it fits what is left of a message.

const SEGMENTER = new Intl.Segmenter('ko', { granularity: 'grapheme' });
/** What formats, quotes, links, mentions or hides wherever it stands. */
const SPECIAL = /[\\*_~`|<>[\]]|:(?=\/\/|\w+:)/g;
/** Everybody's name, which must not even look like a call. */
const EVERYBODY = /@(?=everyone|here)/g;
/** What makes a list, a heading or small print where a line begins. */
const AT_START = /^(\s*)([-+#]|\d+(?=[.)]))/gm;

export const escapeText = (text: string): string =>
  text
    .replace(SPECIAL, '\\$&')
    .replace(EVERYBODY, '@\u200B')
    .replace(AT_START, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );

/** In UTF-16 units; a flag of a region is the longest that is drawn as one. */
const LONGEST_GRAPHEME = 40;
/** 4000 characters and 10170 bytes are the most; a cost of 10000 keeps below both. */
const COST_OF_UNIT = 2.55;
export const cost = (text: string): number => Math.max(Buffer.byteLength(text), text.length * COST_OF_UNIT);

const whole = (text: string): readonly string[] => [...SEGMENTER.segment(text)].map(({ segment }) => segment);

/** Escaped text that costs no more than `most`; what does not fit is cut at its end, and shows it. */
export function fitText(text: string, most: number): string {
  const escaped = escapeText(text);
  if (cost(escaped) <= most) return escaped;
  const parts: string[] = [];
  let spent = cost('…');
  // What costs most of all cannot be longer than this.
  for (const part of whole(text.slice(0, Math.ceil(most / COST_OF_UNIT) + LONGEST_GRAPHEME))) {
    spent += cost(escapeText(part));
    if (spent > most) break;
    parts.push(part);
  }
  const cut = (): string => `${escapeText(parts.join('').trimEnd())}…`;
  // What stands together may need more escaping than its parts.
  while (parts.length > 0 && cost(cut()) > most) parts.pop();
  return parts.length > 0 ? cut() : '…';
}

/**
 * Divides what there is among texts: each gets what it needs where that is less than an equal share, and what the
 * short ones leave goes to the long ones.
 */
export function shares(needs: readonly number[], most: number): readonly number[] {
  const ascending = needs.map((need, index) => ({ need, index })).sort((a, b) => a.need - b.need);
  const given = new Array<number>(needs.length).fill(0);
  let left = most;
  ascending.forEach(({ need, index }, done) => {
    const share = Math.min(need, Math.floor(left / (ascending.length - done)));
    given[index] = share;
    left -= share;
  });
  return given;
}

/** Texts that together cost no more than `most`. */
export function fitTexts(texts: readonly string[], most: number): readonly string[] {
  const given = shares(
    texts.map((text) => cost(escapeText(text))),
    most,
  );
  return texts.map((text, index) => fitText(text, Math.ceil(given[index] ?? 0)));
}

/** Text where nothing formats, such as a label, cut to so many UTF-16 units. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const part of whole(text.slice(0, most + LONGEST_GRAPHEME))) {
    if (kept.length + part.length >= most) break;
    kept += part;
  }
  return `${kept.trimEnd()}…`;
}
