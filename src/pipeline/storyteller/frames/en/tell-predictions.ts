// What may come next. Several guesses become one sentence where they can.
import type { Draft } from './draft.ts';
import { futureOf, namesDay, withoutGuess } from './future.ts';
import type { Scene } from './patterns/context.ts';
import { SPEECH } from './patterns/main.ts';
import { GUESS, GUESS_ANY, GUESS_ASKED, GUESS_THING, SURE } from './patterns/tomorrow.ts';
import { type Reading, readText } from './reading.ts';
import { sentence, tidy } from './text.ts';

const QUESTION = /^(?:will|can|could|would|are|is|does|do|did|what|who|where|when|why|how) \S+ \S/i;

function tellUnread(draft: Draft, reading: Reading): void {
  const scene = draft.scene();
  if (reading.kind === 'whole') draft.own(reading.text);
  else if (reading.kind === 'speech' && draft.grave) draft.own(sentence(reading.text));
  else if (reading.kind === 'speech') draft.tell(SPEECH, { ...scene, thing: reading.text });
  else if (reading.kind === 'text' && QUESTION.test(reading.text))
    draft.tell(GUESS_ASKED, { ...scene, thing: reading.text });
  else if (reading.kind === 'thing')
    draft.tell(GUESS_THING, {
      ...scene,
      thing: reading.text.replace(/^the (?=(?:rain|snow|fog|thunder|sunshine)$)/, ''),
    });
  else if (reading.kind === 'text') draft.tell(GUESS_ANY, { ...scene, thing: reading.text });
  else
    draft.tell(GUESS, {
      ...scene,
      would: reading.kind === 'clause' ? reading.clause.past : `${scene.s} ${reading.predicate.past}`,
      dated: true,
      wish: false,
    });
}

const LASTING = /\b(?:every|always|never|forever|from now on)\b/;

/** "sing together" is done by all who are there. */
function doer(scene: Scene, reading: Reading): string {
  const shared = reading.kind === 'phrase' && /\b(?:together|each other|friends)\b/.test(reading.predicate.past);
  return shared && !scene.plural ? 'they' : scene.s;
}

export function tellPredictions(draft: Draft): void {
  const readings = draft.page.predictions.map((item) => {
    const whole = readText(item, draft.readers);
    return whole.kind === 'whole' ? whole : readText(withoutGuess(tidy(item)), draft.readers);
  });
  const scene = draft.scene();
  const futures = readings.flatMap((reading, at) => {
    const typed = draft.page.predictions[at] ?? '';
    return futureOf(reading, doer(scene, reading), scene.plural, typed) ?? [];
  });
  const [first] = futures;
  if (first !== undefined) {
    const would = futures.map((future) => future.would).join(', and ');
    const sure = futures.every((future) => future.sure);
    draft.tell(sure ? SURE : GUESS, {
      ...scene,
      would,
      dated: namesDay(would) || (sure && LASTING.test(would)),
      wish: futures.some(({ wish }) => wish),
    });
  }
  for (const reading of readings)
    if (futureOf(reading, scene.s, scene.plural, '') === undefined) tellUnread(draft, reading);
}
