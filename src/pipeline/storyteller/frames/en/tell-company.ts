// Those who are there besides the subject, what else is done, and what of a setting could not be made a place.
import type { Draft } from './draft.ts';
import { COMPANY, LOOSE, MEANWHILE, MORE } from './patterns/company.ts';
import type { Reading } from './reading.ts';
import { isMany } from './subject.ts';
import { join, tellOther } from './tell-main.ts';
import { mentions } from './text.ts';

export function tellCompany(draft: Draft): void {
  const { others, shared } = draft;
  const untold = others.filter((figure) => !draft.lines().some((line) => mentions(line.text, figure.key)));
  if (untold.length === 0) return;
  const scene = draft.scene();
  const said = draft.lines().some((line) => mentions(line.text, scene.full));
  // Said of the others, "them" can only be those whom the page is about.
  const them = scene.plural && scene.outside && said ? 'them' : scene.them;
  draft.tell(COMPANY, {
    ...scene,
    them,
    others: shared.cast.call(untold),
    many: isMany(untold),
    back: untold.every((figure) => shared.cast.has(figure)),
    allNamed: untold.every((figure) => figure.proper && !/^(?:i|we|you)$/.test(figure.key)),
  });
  shared.cast.meet(untold);
}

/** A clause or loose text about the scene. */
export function tellAside(draft: Draft, reading: Reading): void {
  const scene = draft.scene();
  if (reading.kind === 'whole') draft.own(reading.text);
  else if (reading.kind === 'clause') draft.tell(MEANWHILE, { ...scene, clause: reading.clause.past });
  else if (reading.kind !== 'phrase') draft.tell(LOOSE, { ...scene, text: reading.text });
  else draft.tell(MORE, { ...scene, past: reading.predicate.past, still: true });
}

export function tellMore(draft: Draft, readings: readonly Reading[]): void {
  const phrases = readings.flatMap((reading) => (reading.kind === 'phrase' ? [reading.predicate] : []));
  if (phrases.length > 0) {
    const scene = draft.scene();
    draft.tell(MORE, { ...scene, ...join(phrases, scene.plural) });
  }
  for (const reading of readings) if (reading.kind !== 'phrase') tellOther(draft, reading, false);
}
