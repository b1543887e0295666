// What `storybook anthology` prints on standard output: sentences for people, or JSON for programs.
import { explainNote } from '../explain.ts';
import type { Locale } from '../story.ts';
import type { MadeAnthology } from './anthology.ts';
import { ANTHOLOGY_WORDING } from './anthology-wording.ts';
import { json, type Output, shown, sizeOf } from './results.ts';
import { WORDING } from './wording.ts';

function asJson({ volumes, books, sources, ...whole }: MadeAnthology): string {
  const placed = volumes.flatMap(({ chapters }, index) =>
    chapters.map((chapter) => ({ ...chapter, volume: index + 1 })),
  );
  return json({
    ...whole,
    volumes: volumes.map(({ file, size, pageCount, title }) => ({ file, size, pageCount, title })),
    books: books.map(({ title, authors, locale, pages }, index) => ({
      from: sources[index]?.name,
      title,
      authors,
      locale,
      volume: placed[index]?.volume,
      page: placed[index]?.number,
      pages: pages.map(({ picture, told }) => ({ picture: picture.name, text: told.text, source: told.source })),
      notes: sources[index]?.notes ?? [],
    })),
  });
}

export function printAnthology(output: Output, made: MadeAnthology, locale: Locale, isJson: boolean): void {
  if (isJson) {
    output.write(asJson(made));
    return;
  }
  const words = ANTHOLOGY_WORDING[locale];
  const times = made.times.map(({ label, seconds }) => WORDING[locale].took(label, seconds.toFixed(1)));
  const lines = [
    words.made(made.books.length),
    ...made.volumes.map(({ file, chapters, pageCount, size }) =>
      words.volume(shown(file), chapters.length, pageCount, sizeOf(size)),
    ),
    `  ${times.join(' · ')}`,
    ...made.notes.map((note) => `  ${explainNote(note, locale)}`),
    ...made.sources.flatMap(({ name, notes }) => notes.map((note) => `  ${name}: ${explainNote(note, locale)}`)),
  ];
  output.write(`${lines.join('\n')}\n`);
}
