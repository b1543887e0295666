// Who wrote what, as it is printed: the lines of a text that several wrote, the last page, and the mark for programs.
import { describe, expect, it } from 'vitest';
import { revised } from '../../src/authorship.ts';
import { renderBook } from '../../src/render/index.ts';
import type { Book, Passage, Source } from '../../src/story.ts';
import { makeBook } from './books.ts';
import { type ReadPdf, readPdf } from './read-pdf.ts';

const child: Source = { kind: 'person' };
const model: Source = { kind: 'model', engine: 'gpt-4o' };
const NOTICE = '이 책에는 인공지능(AI) 모델이 쓴 글이 들어 있습니다.';
const MARK = 'http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia';

async function print(change: (told: Passage) => Passage, more: Partial<Book> = {}) {
  const text = '별이가  걸었어요. 달이 떴어요.\n\n\n모두 잤어요.';
  const { book, read } = await makeBook([['night', 80, 60, text]], { source: model, authors: ['3번 하늘'] });
  const pages = book.pages.map((page) => ({ ...page, told: change(page.told) }));
  const { bytes } = await renderBook({ ...book, ...more, pages }, { read, format: 'a5' });
  return { bytes, file: Buffer.from(bytes).toString('utf8'), pdf: await readPdf(bytes) };
}
const paragraphs = ({ elements }: ReadPdf, page: number): readonly string[] =>
  elements.filter((each) => each.page === page && each.type === 'P').map(({ text }) => text.replaceAll('\u00A0', ' '));
const lastPage = (pdf: ReadPdf): readonly string[] => paragraphs(pdf, pdf.pages.length - 1);

describe('a printed text', () => {
  it('has an engine’s words in paragraphs, and its lines as they are once a person changed them', async () => {
    expect(paragraphs((await print((told) => told)).pdf, 1)).toEqual(['별이가 걸었어요. 달이 떴어요.', '모두 잤어요.']);
    const rearranged = '별이가  걸었어요.\n달이 떴어요.\n\n\n모두 잤어요.';
    const { pdf } = await print((told) => revised(told, rearranged, child, 'ko'));
    expect(paragraphs(pdf, 1)).toEqual(['별이가  걸었어요.', '달이 떴어요.', '모두 잤어요.']);
    // The words are the model's all the same.
    expect(lastPage(pdf)).toContain(NOTICE);
  });
});

describe('the last page', () => {
  it('names all who had a hand in the words, and says that a model was among them', async () => {
    const { pdf } = await print((told) => {
      const byChild = revised(told, `${told.text} 나도 잤어요.`, child, 'ko');
      return revised(byChild, `${byChild.text} 잘 자!`, { kind: 'person', role: 'teacher' }, 'ko');
    });
    expect(lastPage(pdf).join('|')).toContain('글·그림|3번 하늘|글 다듬음|선생님|글 도움|AI(gpt-4o)|');
    expect(lastPage(pdf).at(-1)).toBe(NOTICE);
  });

  it('is continued on a card of its own when there are many names, and loses none of them', async () => {
    const authors = Array.from({ length: 40 }, (_, index) => `Maximiliana Featherstone ${index + 1}`);
    const { pdf } = await print((told) => told, { authors, locale: 'en' });
    const said = [...pdf.pages.keys()]
      .slice(3)
      .flatMap((page) => paragraphs(pdf, page))
      .join(' ');
    expect(pdf.pages.length).toBeGreaterThan(4);
    expect(said.replaceAll(/\s+/g, ' ')).toContain(authors.join(', '));
    // As much of a long row as finds room stands on the first card, below the title.
    expect(paragraphs(pdf, 3).join(' ')).toContain('Featherstone 1, ');
  });
});

describe('the mark for programs', () => {
  it('is in a file with words of a model, with the notice in words, and the same bytes each time', async () => {
    const [first, second] = [await print((told) => told), await print((told) => told)];
    expect(first.file).toContain(
      `DigitalSourceType xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">${MARK}<`,
    );
    expect(first.file).toContain(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${NOTICE}</rdf:li>`);
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });

  it.each([
    ['people', child],
    ['rules', { kind: 'rules', engine: 'frames' } as const],
  ])('is not in a file whose words are all by %s', async (_who, source) => {
    const { file } = await print((told) => ({ ...told, source }));
    expect(file).not.toMatch(/DigitalSourceType|dc:description/);
  });
});
