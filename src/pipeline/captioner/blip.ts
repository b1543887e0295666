// The captioner `blip`: a caption in English for each picture, by a local checkpoint folder.
// Putting it into the book's language is left to `describe.ts` and a translator.
import type { Captioner } from '../types.ts';
import type { BlipEngine } from './blip-engine.ts';

export function createBlip(load: () => Promise<BlipEngine>): Captioner {
  return {
    name: 'blip',
    async caption(pictures, options = {}) {
      if (pictures.length === 0) return [];
      const engine = await load();
      const made = await engine.caption(
        pictures.map(({ bytes }) => bytes),
        options,
      );
      // A model that says nothing leaves the describing to the person.
      return made.map(({ caption }) =>
        caption === '' ? undefined : { text: caption, locale: 'en', source: { kind: 'model', engine: 'blip' } },
      );
    },
  };
}
