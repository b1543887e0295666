// What KoT5 is to read of a book's scenes: their fields, and their captions in Korean as far as there is a translator.
import type { Manuscript } from '../../story.ts';
import type { CallOptions, Translator } from '../types.ts';
import type { Kot5Scene } from './kot5-input.ts';

export async function kot5Scenes(
  { scenes }: Pick<Manuscript, 'scenes'>,
  translator: Translator,
  options: CallOptions = {},
): Promise<readonly Kot5Scene[]> {
  const captions = await translator.translate(
    scenes.flatMap(({ caption }) => caption ?? []),
    'ko',
    options,
  );
  const waiting = captions.values();
  return scenes.map(({ caption, fields }) => ({
    caption: (caption ? waiting.next().value?.text : undefined)?.trim() ?? '',
    fields,
  }));
}
