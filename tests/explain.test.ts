// The sentences people read: one for every code and note in both languages, with nothing undefined in them,
// and Korean that stays right whatever the values are.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type ErrorCode,
  type ErrorDetails,
  type Expectation,
  type FieldsProblem,
  type NotAPicture,
  type StoreFault,
  TalesError,
  UNSUITABLE_TOPICS,
  type WriteFault,
} from '../src/errors.ts';
import { explain, explainNote } from '../src/explain.ts';
import { LOCALES, type Note } from '../src/story.ts';

const NOT_A_PICTURE = [
  'pdf',
  'svg',
  'html',
  'text',
  'zip',
  'video',
  'audio',
  'unknown',
] as const satisfies readonly NotAPicture[];
const FAULTS = [
  'unwritable',
  'wrong-kind',
  'damaged',
  'foreign',
  'newer',
  'busy',
  'full',
  'unreachable',
  'denied',
  'untrusted',
  'memory',
  'failed',
] as const satisfies readonly StoreFault[];
const WRITE_FAULTS = ['no-folder', 'is-folder', 'denied', 'full', 'failed'] as const satisfies readonly WriteFault[];
const EXPECTATIONS: readonly Expectation[] = [
  { kind: 'address', example: 'MARK' },
  { kind: 'id', example: 'MARK' },
  { kind: 'book', example: 'MARK' },
  { kind: 'needed-by', setting: 'MARK' },
  { kind: 'only-with', setting: 'MARK' },
  { kind: 'not-with', setting: 'MARK' },
  { kind: 'choice', values: ['MARK', 'MARK'] },
  { kind: 'number', least: 45, most: 46 },
  { kind: 'number', least: 45 },
  { kind: 'number', most: 46 },
  { kind: 'number' },
  { kind: 'text', most: 47 },
  { kind: 'ending', ending: 'MARK' },
  { kind: 'folder' },
  { kind: 'type', type: 'MARK' },
  { kind: 'divides', setting: 'MARK' },
  { kind: 'tokens', examples: ['MARK', 'MARK'] },
  { kind: 'unmixed', owner: 'MARK' },
  { kind: 'with', options: ['MARK', 'MARK'] },
];
const PROBLEMS: readonly FieldsProblem[] = [
  { path: 'MARK', kind: 'missing' },
  { path: 'MARK', kind: 'unknown' },
  { path: 'MARK', kind: 'unknown', expected: 'MARK' },
  { path: 'MARK', kind: 'type', expected: 'MARK' },
  { path: 'MARK', kind: 'choice', expected: 'MARK' },
  { path: 'MARK', kind: 'long', expected: '40' },
  { path: 'MARK', kind: 'empty' },
  { path: 'MARK', kind: 'many', expected: '41' },
  { path: 'MARK', kind: 'no-file', expected: 'MARK' },
  { path: 'MARK', kind: 'unclear', expected: 'MARK' },
  { path: '', kind: 'type', expected: 'array' },
  { path: 'pages[2].fields.name', kind: 'missing' },
  { path: 'pages[2].picture', kind: 'empty' },
];

type Samples = { readonly [C in ErrorCode]: readonly ErrorDetails[C][] };

/** MARK stands for any text; numbers are told apart from each other. */
const samples: Samples = {
  'picture-empty': [{}],
  'picture-not-received': [{}],
  'picture-too-large': [{ size: 31 * 1024 * 1024, limit: 25 * 1024 * 1024 }],
  'picture-too-many-pixels': [{ width: 12001, height: 9002, limit: 60_000_000 }],
  'picture-too-many-frames': [{ frames: 501, limit: 300 }],
  'picture-too-thin': [{ width: 3, height: 902 }],
  'picture-not-a-picture': NOT_A_PICTURE.map((found) => ({ found })),
  'picture-damaged': [{ format: 'MARK' }],
  'pictures-refused': [{ refused: [{ name: 'MARK', error: new TalesError('picture-damaged', { format: 'MARK' }) }] }],
  'books-refused': [{ refused: [{ name: 'MARK', error: new TalesError('picture-damaged', { format: 'MARK' }) }] }],
  'book-unclear': [
    { path: 'MARK', found: [] },
    { path: 'MARK', found: ['MARK'] },
  ],
  'book-no-pictures': [{ where: 'MARK' }],
  'book-too-many-pictures': [{ count: 13, limit: 10 }],
  'book-too-big': [{ size: 12 * 1024 * 1024, limit: 9.5 * 1024 * 1024 }],
  'book-unprintable': [
    { path: 'MARK', reason: 'no-pdf' },
    { path: 'MARK', reason: 'pages' },
    // Which file it is, is plain to whoever asked for bleed.
    { path: 'books/a.pdf', reason: 'bleed' },
  ],
  'fields-invalid': [{ file: 'MARK', problems: PROBLEMS }],
  'fields-not-json': [{ file: 'MARK' }, { file: 'MARK', line: 43, column: 44 }],
  'fields-needed': [{}],
  'file-missing': [{ path: 'MARK' }],
  'file-unreadable': [{ path: 'MARK' }],
  'file-unwritable': WRITE_FAULTS.map((reason) => ({ path: 'MARK', reason })),
  'folder-not-empty': [{ path: 'MARK' }],
  'output-not-a-book': [{ path: 'MARK' }],
  'blob-missing': [{ key: 'MARK' }],
  'store-unusable': FAULTS.map((reason) => ({ path: 'MARK', reason })),
  'config-invalid': EXPECTATIONS.map((expected) => ({ problems: [{ variable: 'MARK', value: 'MARK', expected }] })),
  'option-invalid': EXPECTATIONS.map((expected) => ({ option: 'MARK', value: 'MARK', expected })),
  'engine-unknown': [{ seam: 'MARK', engine: 'MARK', known: ['MARK', 'MARK'] }],
  'worker-died': [{ times: 3 }],
  'worker-not-started': [{ times: 5 }],
  'model-unnamed': [{ engine: 'MARK', variable: 'MARK' }],
  'model-folder-missing': [
    { engine: 'MARK', folder: 'MARK', variable: 'MARK' },
    { engine: 'MARK', folder: 'MARK' },
  ],
  'runtime-unavailable': [{ reason: 'MARK' }],
  'model-file-missing': [{ folder: 'MARK', files: ['MARK', 'MARK'] }],
  'model-file-damaged': (['json', 'weights', 'cut-short', 'strange'] as const).map((reason) => ({
    path: 'MARK',
    reason,
  })),
  'model-tensor-missing': [{ folder: 'MARK', tensor: 'MARK', shape: [41, 42] }],
  'model-tensor-unusable': [{ folder: 'MARK', tensor: 'MARK', found: 'MARK', expected: 'MARK' }],
  'model-unsupported': [
    { folder: 'MARK', option: 'MARK', value: 'MARK', supported: { kind: 'choice', values: ['MARK'] } },
    { folder: 'MARK', option: 'MARK', value: 'MARK', supported: { kind: 'type', type: 'positive' } },
    { folder: 'MARK', option: 'MARK', value: 'MARK' },
  ],
  'service-login': [{ service: 'MARK', variable: 'MARK' }],
  'service-permission': [{ service: 'MARK', missing: ['MARK', 'MARK'] }],
  'service-refused': [{ service: 'MARK', reason: 'MARK' }],
  'service-unreachable': [{ service: 'MARK' }],
  'thread-gone': [{ service: 'MARK' }],
  'port-unavailable': [
    { variable: 'MARK', port: 3210, reason: 'in-use' },
    { variable: 'MARK', port: 80, reason: 'denied' },
    { variable: 'WEB_HOST', port: 80, reason: 'no-host' },
  ],
  'nothing-to-start': [{}],
  'already-running': [{ folder: 'MARK' }],
  'engine-unconfigured': [{ engine: 'MARK', variables: ['MARK', 'MARK'] }],
  'service-busy': [{ service: 'MARK' }],
  'service-quota': [{ service: 'MARK' }],
  'service-too-slow': [{ service: 'MARK', seconds: 48 }],
  'service-model-missing': [{ service: 'MARK', model: 'MARK', variable: 'MARK' }],
  'answer-unusable': (['shape', 'faulty', 'refused', 'cut-off'] as const).map((reason) => ({ model: 'MARK', reason })),
  'text-unsuitable': UNSUITABLE_TOPICS.flatMap((topic) => [
    { places: [{ page: 3, part: 'name', topic }] },
    { places: [{ part: 'title', topic }] },
    { places: [{ page: 3, part: 'caption', topic }] },
    { places: [{ book: 2, page: 3, part: 'told', topic }] },
    { places: [{ part: 'className', topic }] },
  ]),
  'model-unlisted': [{ model: 'MARK', known: ['MARK', 'MARK'] }],
  'hub-not-found': [{ address: 'MARK' }],
  'hub-denied': [{ address: 'MARK' }],
  'download-corrupt': [{ file: 'MARK' }],
  'data-unusable': [
    { path: 'MARK', reason: 'empty' },
    { path: 'MARK', reason: 'encoding' },
    { path: 'MARK', reason: 'syntax', line: 49 },
    { path: 'MARK', reason: 'columns', columns: ['MARK', 'MARK'] },
    { path: 'MARK', reason: 'value', line: 50, columns: ['MARK'] },
    { path: 'MARK', reason: 'archive' },
  ],
  'nothing-paired': [{ pictures: 51, annotations: 0 }],
  'nothing-shared': [{ one: 'MARK', other: 'MARK' }],
  'folder-busy': [{ path: 'MARK' }],
  'work-differs': [{ path: 'MARK', settings: ['MARK', 'MARK'] }],
  'disk-too-small': [{ path: 'MARK', needed: 990 * 1024 * 1024, free: 120 * 1024 * 1024 }],
  cancelled: [{}],
  unexpected: [{}],
};

const cases = Object.entries(samples).flatMap(([code, all]) =>
  all.map((details) => ({ code: code as ErrorCode, details, name: `${code} ${JSON.stringify(details)}` })),
);
const say = (sample: (typeof cases)[number], locale: 'ko' | 'en'): string =>
  explain(new TalesError(sample.code, sample.details), locale);

const notes: readonly Note[] = [
  { code: 'untranslated', locale: 'en' },
  { code: 'instead', wanted: 'MARK', used: 'MARK' },
  { code: 'left-out', fields: ['caption', 'setting'] },
  { code: 'undrawable', characters: ['MARK', 'MARK'] },
  { code: 'reduced-pictures', longSide: 1603 },
  { code: 'moderated-by-list' },
  {
    code: 'coarse-pictures',
    pictures: [
      { number: 3, dpi: 41, name: 'MARK.png' },
      { number: 7, dpi: 42 },
    ],
  },
];

const count = (text: string, part: string): number => text.split(part).length - 1;

describe('every error', () => {
  it.each(cases)('has whole sentences in both languages: $name', (sample) => {
    for (const locale of LOCALES) {
      const said = say(sample, locale);
      expect(said).not.toMatch(/undefined|null|NaN|\[object|\$\{|\s$|^\s| {2}(?!-)/);
      expect(said.length).toBeGreaterThan(10);
    }
    expect(say(sample, 'ko')).toMatch(/[가-힣]/);
    expect(say(sample, 'en')).not.toMatch(/[가-힣]/);
  });

  it.each(cases)('tells its values: $name', (sample) => {
    const marks = count(JSON.stringify(sample.details), 'MARK');
    for (const locale of LOCALES) expect(count(say(sample, locale), 'MARK'), say(sample, locale)).toBe(marks);
  });

  it.each(['ko', 'en'] as const)('tells its numbers, in %s', (locale) => {
    const told = (code: ErrorCode): string =>
      cases
        .filter((sample) => sample.code === code)
        .map((sample) => say(sample, locale))
        .join();
    expect(told('picture-too-large')).toMatch(/31 MB.*25 MB/);
    expect(told('picture-too-many-pixels')).toMatch(/12001×9002.*60/);
    expect(told('picture-too-many-frames')).toMatch(/501.*300/);
    expect(told('picture-too-thin')).toMatch(/3×902/);
    expect(told('book-too-many-pictures')).toMatch(/13.*10.*3/);
    expect(told('book-too-big')).toMatch(/12 MB.*9\.5 MB/);
    expect(told('fields-invalid')).toMatch(/40.*41/s);
    expect(told('fields-not-json')).toMatch(/43.*44/s);
    expect(told('data-unusable')).toMatch(/49.*50/s);
    expect(told('option-invalid')).toMatch(/45.*46.*47/s);
    expect(told('fields-invalid')).toContain(locale === 'ko' ? '3쪽 이름 (pages[2].fields.name)' : 'Page 3 Name');
  });

  it('can be told after it came through JSON', () => {
    const damaged = new TalesError('picture-damaged', { format: 'PNG' });
    const error = new TalesError('pictures-refused', { refused: [{ name: 'a.png', error: damaged }] });
    const told: TalesError<'pictures-refused'> = JSON.parse(JSON.stringify({ ...error }));
    for (const locale of LOCALES) expect(explain(told, locale)).toBe(explain(error, locale));
  });

  it('is told apart from every other', () => {
    for (const locale of LOCALES) {
      expect(new Set(cases.map((sample) => say(sample, locale))).size).toBe(cases.length);
    }
  });
});

describe('every note', () => {
  it.each(notes)('has a sentence in both languages, with its values: $code', (note) => {
    const [ko, en] = [explainNote(note, 'ko'), explainNote(note, 'en')];
    expect(ko).toMatch(/[가-힣].*요[.:]/);
    expect(en).not.toMatch(/[가-힣]/);
    for (const said of [ko, en]) {
      expect(said).not.toMatch(/undefined|NaN|\[object/);
      expect(count(said, 'MARK')).toBe(count(JSON.stringify(note), 'MARK'));
      if (note.code === 'reduced-pictures') expect(said).toContain('1603');
      if (note.code === 'coarse-pictures') expect(said).toMatch(/3.*41.*7.*42/);
    }
  });
});

describe('Korean', () => {
  const korean = [
    ...cases.map((sample) => [sample.name, say(sample, 'ko')] as const),
    ...notes.map((note) => [note.code, explainNote(note, 'ko')] as const),
  ];

  it.each(korean)('never doubles a particle: %s', (_, said) => {
    expect(said).not.toMatch(/은\(는\)|는\(은\)|이\(가\)|가\(이\)|을\(를\)|를\(을\)|와\(과\)|과\(와\)|\(으\)로|\(이\)/);
  });

  // 은/는, 이/가, 을/를, 과/와, 으로/로 and 이에요/예요 follow the last sound of a word, which nobody knows here.
  it.each(korean)('puts no particle that changes its form after a value: %s', (_, said) => {
    expect(said).not.toMatch(/MARK["')\]]*(은|는|이|가|을|를|과|와|으로|로|예요|여|라|랑|나)/);
  });

  it.each(korean)('ends 이에요 and 예요 by the sound before them: %s', (_, said) => {
    for (const [, before = '', ending] of said.matchAll(/([가-힣])(이에요|예요)/g)) {
      const hasFinal = (before.charCodeAt(0) - 0xac00) % 28 !== 0;
      // 아니에요 is one word, not a noun with an ending.
      if (before !== '아' && before !== '니')
        expect(`${before}${ending}`).toBe(hasFinal ? `${before}이에요` : `${before}예요`);
    }
  });

  it('has no doubled particle in any sentence of the table, told or not', () => {
    const source = readFileSync(new URL('../src/explain-ko.ts', import.meta.url), 'utf8');
    expect(source).not.toMatch(/[은는이가을를와과]\([은는이가을를와과]\)|\(으\)/);
  });
});
