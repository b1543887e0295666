// What a class says fits the boxes of chat services, in every language.
import { describe, expect, it } from 'vitest';
import { SETTINGS_IN, settingsForm } from '../../../src/bots/classroom/forms.ts';
import { WORDING } from '../../../src/bots/classroom/wording.ts';
import type { ClassWords } from '../../../src/bots/classroom/words.ts';
import { LOCALES } from '../../../src/story.ts';
import { lessonFor } from './lesson.ts';

const BUTTONS = [
  ...['on', 'off', 'settings', 'summary', 'roster', 'shelf', 'bind', 'look', 'rename', 'send', 'show', 'fold', 'again'],
  ...['earlier', 'later', 'approve', 'giveBack', 'openBook', 'pages', 'pause', 'reopen', 'close', 'hand'],
] as readonly (keyof ClassWords)[];

describe.each(LOCALES)('in %s', (locale) => {
  const words = WORDING[locale];

  it('buttons have at most 30 characters', () => {
    const labels = [...BUTTONS.map((name) => words[name]), ...Object.values(words.formTitles)];
    expect(labels.filter((label) => typeof label !== 'string' || label.length > 30)).toEqual([]);
  });

  it('forms and their choices fit', () => {
    const asking = { classroom: lessonFor().open(), locale };
    for (const id of ['who', 'books', 'care'] as const) {
      const form = settingsForm(id, asking);
      expect(form.fields).toHaveLength(SETTINGS_IN[id].length);
      expect(form.title.length).toBeLessThanOrEqual(24);
      for (const field of form.fields) {
        expect(field.label.length).toBeLessThanOrEqual(45);
        expect((field.hint ?? '').length).toBeLessThanOrEqual(100);
        const choices = field.kind === 'choice' ? field.choices : [];
        for (const { label } of choices) expect(label.length).toBeLessThanOrEqual(75);
      }
    }
    for (const title of [words.bindTitle, words.bindSubmit, words.labelTitle, words.save]) {
      expect(title.length).toBeLessThanOrEqual(24);
    }
    for (const hint of [words.booksHint, words.labelHint]) expect(hint.length).toBeLessThanOrEqual(100);
  });
});
