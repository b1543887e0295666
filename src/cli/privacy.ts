// `storybook privacy`: a statement from the running configuration, as text, as data, or set as a PDF.
import { resolve } from 'node:path';
import { TalesError } from '../errors.ts';
import { makeLeaflet } from '../render/index.ts';
import { LOCALES, type Locale } from '../story.ts';
import type { PrivacyOptions } from './keeping/actions.ts';
import { KEEPING_WORDING } from './keeping/wording.ts';
import { oneOf } from './options.ts';
import { assertBookPath, writeWhole } from './output.ts';
import { readClasses } from './privacy/classes.ts';
import { privacyFacts } from './privacy/facts.ts';
import { statementText } from './privacy/text.ts';
import type { Compose } from './privacy/types.ts';
import { composeEn } from './privacy/wording-en.ts';
import { composeKo } from './privacy/wording-ko.ts';
import { json, type Output } from './results.ts';
import type { Surroundings } from './surroundings.ts';

const COMPOSE: Readonly<Record<Locale, Compose>> = { ko: composeKo, en: composeEn };

export type PrivacySurroundings = Pick<Surroundings, 'config' | 'locale'> & { readonly stdout: Output };

/** @throws TalesError `option-invalid`, `file-unwritable`, `output-not-a-book`. */
export async function writePrivacy(options: PrivacyOptions, around: PrivacySurroundings): Promise<void> {
  const { out, json: asJson } = options;
  const { config, stdout } = around;
  const locale = options.locale === undefined ? around.locale : oneOf('--locale', LOCALES)(options.locale);
  const facts = privacyFacts(config, await readClasses(config));
  const statement = COMPOSE[locale](facts);
  if (asJson) return void stdout.write(json({ locale, facts, ...statement }));
  if (out === undefined) return void stdout.write(statementText(statement));
  const path = resolve(out);
  if (/\.txt$/i.test(path)) await writeWhole(path, statementText(statement));
  else if (/\.pdf$/i.test(path)) {
    await assertBookPath(path);
    const parts = statement.sections.flatMap(({ heading, parts: own }) => [
      { kind: 'heading', text: heading } as const,
      ...own,
    ]);
    await writeWhole(path, await makeLeaflet({ title: statement.title, about: statement.about, locale, parts }));
  } else {
    throw new TalesError('option-invalid', {
      option: '--out',
      value: out,
      expected: { kind: 'ending', ending: '.pdf' },
    });
  }
  stdout.write(`${KEEPING_WORDING[locale].written(path)}\n`);
}
