// Captions in another language than the book's: no translator was there. Which they are, and how that is said. Pure.
import type { Locale, Passage } from '../../story.ts';
import type { OpenSession, SceneFacts } from './session.ts';
import { WORDING } from './wording.ts';

/** The caption, if it is in another language than the book. */
const otherwise = ({ locale }: OpenSession, { caption }: SceneFacts): Passage | undefined =>
  caption && caption.locale !== locale ? caption : undefined;

/** The caption, if it is still to be put into the language of the book; not, where a person wants it as it is. */
export function foreignCaption(session: OpenSession, scene: SceneFacts): Passage | undefined {
  const caption = otherwise(session, scene);
  return caption?.note?.code === 'untranslated' ? caption : undefined;
}

/** What a caption's language calls for; `undefined` where it is the book's. */
export function captionMark(session: OpenSession, scene: SceneFacts, locale: Locale): string | undefined {
  const caption = foreignCaption(session, scene);
  if (!caption) return undefined;
  const { languages, captionForeign } = WORDING[locale];
  return captionForeign(languages[caption.locale], languages[session.locale]);
}

/** Which captions are still in another language, as a sentence before the book is made. */
export function foreignSentence(session: OpenSession, locale: Locale): string | undefined {
  const numbers = session.scenes.flatMap((scene, index) => (foreignCaption(session, scene) ? [index + 1] : []));
  return numbers.length === 0 ? undefined : WORDING[locale].captionsForeign(numbers);
}

/** What a picture shows, for those who cannot see it; a caption in another language only where nothing else is said. */
export function seenIn(session: OpenSession, scene: SceneFacts, locale: Locale): string {
  const said = [scene.fields.name, scene.fields.i_action].filter(Boolean).join(', ');
  const foreign = otherwise(session, scene);
  if (!foreign) return scene.caption?.text ?? said;
  return said || WORDING[locale].inLanguage(WORDING[locale].languages[foreign.locale], foreign.text);
}
