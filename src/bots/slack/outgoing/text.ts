// Texts as Slack draws them: escaped, cut to what fits, and never read as a mention or a link. Pure.

/** For `mrkdwn` and `text`; `plain_text` is drawn as it is. */
export const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Never in the middle of a character. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Cut so that it fits once it is escaped. */
export function cutEscaped(text: string, most: number): string {
  let length = Math.min(text.length, most);
  let escaped = escapeText(cut(text, length));
  while (escaped.length > most) {
    // One character is at most five when it is escaped.
    length -= Math.ceil((escaped.length - most) / 5);
    escaped = escapeText(cut(text, length));
  }
  return escaped;
}

/** Shortens what is escaped already, never in the middle of an escape. */
export const cutMarked = (escaped: string, most: number): string =>
  escaped.length <= most ? escaped : `${escaped.slice(0, most - 1).replace(/(&[a-z]*|[\uD800-\uDBFF])$/, '')}…`;

export interface TextObject {
  readonly type: 'plain_text' | 'mrkdwn';
  readonly text: string;
  readonly emoji?: boolean;
  readonly verbatim?: boolean;
}

/** For whatever people wrote: nothing in it is markup. Slack takes no empty text. */
export const plain = (text: string, most: number): TextObject => ({
  type: 'plain_text',
  text: cut(text.trim() === '' ? '–' : text, most),
  emoji: false,
});

/** For words of ours; what people wrote goes in escaped. */
export const marked = (text: string): TextObject => ({ type: 'mrkdwn', text, verbatim: true });
