// The offer to begin a book with the pictures of a message. Pure.
import { type Locale, TEXT_LIMITS } from '../../../story.ts';
import { blockName, ENTRY, type OfferNote, VIEW_IDS, writeNote } from '../incoming/submissions.ts';
import { LIMITS } from '../limits.ts';
import { SLACK_WORDS } from '../wording.ts';
import { note } from './blocks.ts';
import type { View } from './form.ts';
import { plain } from './text.ts';

export function drawOffer(offer: OfferNote, locale: Locale): View {
  const words = SLACK_WORDS[locale];
  return {
    type: 'modal',
    callback_id: VIEW_IDS.offer,
    private_metadata: writeNote(offer),
    title: plain(words.offerTitle, LIMITS.viewTitle),
    submit: plain(words.offerSubmit, LIMITS.viewButton),
    close: plain(words.close, LIMITS.viewButton),
    blocks: [
      note(words.offer(offer.files.length)),
      {
        type: 'input',
        block_id: blockName(undefined, 'title'),
        optional: true,
        label: plain(words.offerName, LIMITS.inputLabel),
        hint: plain(words.offerNameHint, LIMITS.inputHint),
        element: { type: 'plain_text_input', action_id: ENTRY, max_length: TEXT_LIMITS.title },
      },
    ],
  };
}
