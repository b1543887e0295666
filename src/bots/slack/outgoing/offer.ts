// The offer to begin a book, with the pictures of a message or without; in a class it asks whose it is to be. Pure.
import { type Locale, TEXT_LIMITS } from '../../../story.ts';
import { LABEL_LIMIT } from '../../classroom/facts.ts';
import { CLASS_WORDS } from '../class-wording.ts';
import { blockName, ENTRY, type OfferNote, VIEW_IDS, writeNote } from '../incoming/submissions.ts';
import { LIMITS } from '../limits.ts';
import { SLACK_WORDS } from '../wording.ts';
import { type Block, note } from './blocks.ts';
import type { View } from './form.ts';
import { plain } from './text.ts';

const line = (field: string, label: string, hint: string, most: number): Block => ({
  type: 'input',
  block_id: blockName('book', field),
  optional: true,
  label: plain(label, LIMITS.inputLabel),
  hint: plain(hint, LIMITS.inputHint),
  element: { type: 'plain_text_input', action_id: ENTRY, max_length: most },
});

export function drawOffer(offer: OfferNote, locale: Locale): View {
  const words = SLACK_WORDS[locale];
  const asks = CLASS_WORDS[locale];
  return {
    type: 'modal',
    callback_id: VIEW_IDS.offer,
    private_metadata: writeNote(offer),
    title: plain(words.offerTitle, LIMITS.viewTitle),
    submit: plain(words.offerSubmit, LIMITS.viewButton),
    close: plain(words.close, LIMITS.viewButton),
    blocks: [
      note(offer.files.length > 0 ? words.offer(offer.files.length) : asks.beginIntro),
      line('title', words.offerName, words.offerNameHint, TEXT_LIMITS.title),
      ...(offer.inClass ? [line('label', asks.who, asks.whoHint, LABEL_LIMIT)] : []),
    ],
  };
}
