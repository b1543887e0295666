// What a JSON of the data set says, and what is wrong with it; which part a row is for.
import { describe, expect, it } from 'vitest';
import { readAnnotation } from '../../../src/pipeline/dataset/annotation.ts';
import { bookOfStem, deliveredPart, partOfBook } from '../../../src/pipeline/dataset/split.ts';

const STEM = '03_01T_01S_9788959991051_57122';
const INFO = {
  srcText: '깜짝 놀란 베키는 “앗!” 했어요.',
  character: '베키,늑대,이빨',
  setting: null,
  action: '보았어요,앉아',
  feeling: '무서운',
  causalRelationship: null,
  outcomeResolution: null,
  prediction: null,
  srcImageFile: `${STEM}.jpg`,
  entity: [
    { name: '늑대', i_action: '의자에 앉아 있다.', position: '정중앙' },
    { name: '의자', i_action: '있다' },
  ],
  imageCaptionInfo: { classification: '의사소통', imageCaption: '늑대가 앉아 있었습니다.' },
};
const BOOK = { title: '숲', isbn: '9788959991051', imageInfo: [INFO] };

const read = (value: unknown, stem = STEM) => readAnnotation(Buffer.from(JSON.stringify(value)), stem);
const changed = (info: object) => read({ ...BOOK, imageInfo: [{ ...INFO, ...info }] });

describe('an annotation', () => {
  it('is one row, with empty texts where nothing was said', () => {
    expect(read(BOOK)).toEqual([
      {
        row: {
          id: STEM,
          srcText: '깜짝 놀란 베키는 “앗!” 했어요.',
          name: '늑대',
          i_action: '의자에 앉아 있다.',
          classification: '의사소통',
          character: '베키,늑대,이빨',
          setting: '',
          action: '보았어요,앉아',
          feeling: '무서운',
          causalRelationship: '',
          outcomeResolution: '',
          prediction: '',
        },
        book: '9788959991051',
        described: '늑대가 앉아 있었습니다.',
      },
    ]);
  });

  it('may begin with a byte order mark, leave fields out, and have numbers or lists in them', () => {
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(JSON.stringify(BOOK))]);
    expect(readAnnotation(bytes, STEM)).toEqual(read(BOOK));
    const { setting, ...without } = INFO;
    expect(read({ ...BOOK, imageInfo: [without] })).toEqual(read(BOOK));
    expect(changed({ feeling: 7, character: ['베키', '늑대'] })).toMatchObject([
      { row: { feeling: '7', character: '베키,늑대' } },
    ]);
  });

  it('is without characters that no table holds', () => {
    expect(changed({ setting: '숲\0속\ud800' })).toMatchObject([{ row: { setting: '숲속\ufffd' } }]);
  });

  it.each(['신체운동_건강', '신체운동·건강', '신체운동 건강', '신체운동/건강', '신체운동_건강'.normalize('NFD')])(
    'knows %s',
    (classification) => {
      expect(changed({ imageCaptionInfo: { classification } })).toMatchObject([
        { row: { classification: '신체운동_건강' } },
      ]);
    },
  );

  it('that tells of several pictures has a row for each, known by its own file', () => {
    const second = { ...INFO, srcImageFile: 'images/03_01T_01S_9788959991051_57123.jpg' };
    expect(read({ ...BOOK, imageInfo: [INFO, second] })).toMatchObject([
      { row: { id: STEM } },
      { row: { id: '03_01T_01S_9788959991051_57123' } },
    ]);
  });

  it('names the required fields that are missing', () => {
    expect(changed({ srcText: ' ', entity: [] })).toEqual([
      { id: STEM, fault: { kind: 'missing-field', detail: 'srcText name i_action' } },
    ]);
    expect(changed({ entity: null, imageCaptionInfo: null })).toEqual([
      { id: STEM, fault: { kind: 'missing-field', detail: 'name i_action classification' } },
    ]);
  });

  it.each([
    ['{"imageInfo": [', 'broken-json'],
    ['', 'broken-json'],
    ['{"imageInfo": NaN}', 'broken-json'],
    ['[]', 'wrong-shape'],
    ['{"imageInfo": []}', 'wrong-shape'],
    ['{"imageInfo": {"a": 1}}', 'wrong-shape'],
    ['null', 'wrong-shape'],
  ])('says that %s is of no use', (text, kind) => {
    expect(readAnnotation(Buffer.from(text), STEM)).toMatchObject([{ id: STEM, fault: { kind } }]);
  });

  it('says where its shape is another', () => {
    expect(changed({ setting: { where: '숲' } })).toEqual([
      { id: STEM, fault: { kind: 'wrong-shape', detail: 'imageInfo.0.setting' } },
    ]);
    expect(changed({ imageCaptionInfo: { classification: '수학' } })).toEqual([
      { id: STEM, fault: { kind: 'wrong-shape', detail: 'classification' } },
    ]);
    const cp949 = Buffer.from([0x22, 0xb1, 0xd7, 0xb8, 0xb2, 0x22]);
    expect(readAnnotation(cp949, STEM)).toMatchObject([{ fault: { kind: 'broken-json' } }]);
  });
});

describe('the part of a row', () => {
  it.each([
    ['data/Training/02.라벨링데이터/TL_01T_의사소통_01S_유아/x.json', 'train'],
    ['1.Training/x.json', 'train'],
    ['2.Validation/원천데이터/x.jpg', 'val'],
    ['VL_05T_신체운동_건강_03S_초등_고학년.zip/x.json', 'val'],
    ['VS1.zip/x.jpg', 'val'],
    ['TL/x.json', 'train'],
    ['training/of/models/Validation/x.json', 'val'],
    ['val/x.json', 'val'],
    ['Tales/x.json', undefined],
    ['TLC/VSOP/x.json', undefined],
    ['x.json', undefined],
  ])('in %s is %s', (path, part) => expect(deliveredPart(path)).toBe(part));

  it('is that of its book, by a share of all books', () => {
    const books = Array.from({ length: 5000 }, (_, index) => `97889599${index}`);
    const share = (wanted: number) => books.filter((book) => partOfBook(book, wanted) === 'val').length / books.length;
    expect([share(0), share(1)]).toEqual([0, 1]);
    expect(share(0.1)).toBeCloseTo(0.1, 1.5);
    // More for validation takes none away from it.
    const [few, many] = [0.1, 0.3].map((wanted) => books.filter((book) => partOfBook(book, wanted) === 'val'));
    expect(many).toEqual(expect.arrayContaining(few ?? []));
    expect(partOfBook('9788959991051', 0.5)).toBe(partOfBook('9788959991051', 0.5));
  });

  it('takes the number in the name for the book where the JSON names none', () => {
    expect(bookOfStem(STEM)).toBe('9788959991051');
    expect(bookOfStem('my-drawing')).toBe('my-drawing');
    expect(read({ ...BOOK, isbn: null })).toMatchObject([{ book: '9788959991051' }]);
  });
});
