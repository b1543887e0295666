// Who and what the book is, for catalogues and assistive programs: the information dictionary and its XMP twin.
// No dates: the same book is the same file on any day.
import type { PdfDictionary, PdfFile, Ref } from './file.ts';

export interface Metadata {
  readonly title: string;
  readonly authors: readonly string[];
  /** What the book says of itself when a neural network wrote any of its words. */
  readonly notice?: string;
  /** Such as `ko-KR`. */
  readonly language: string;
}

const PRODUCER = 'TalesRunner';

/** IPTC's word for what people made together with a trained model: here, the pictures are theirs and words are its own. */
const WITH_MODEL = 'http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia';

export function information({ title, authors, notice }: Metadata): PdfDictionary {
  return {
    Title: { text: title },
    Author: authors.length > 0 ? { text: authors.join(', ') } : undefined,
    Subject: notice === undefined ? undefined : { text: notice },
    Creator: { text: PRODUCER },
    Producer: { text: PRODUCER },
  };
}

/** Writes the XMP packet (ISO 16684-1), uncompressed so that any program finds it. */
export function putXmp(file: PdfFile, { title, authors, notice, language }: Metadata): Ref {
  const creators = authors.map((author) => `<rdf:li>${escaped(author)}</rdf:li>`).join('');
  const packet = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
${creators === '' ? '' : `<dc:creator><rdf:Seq>${creators}</rdf:Seq></dc:creator>\n`}<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>${PRODUCER}</pdf:Producer><xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool>
${notice === undefined ? '' : madeWithModel(notice)}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
  return file.putStream(new TextEncoder().encode(packet), { Type: 'Metadata', Subtype: 'XML' }, { compress: false });
}

/** For programs, and in words for whoever looks at the properties of the file. */
const madeWithModel = (notice: string): string =>
  `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escaped(notice)}</rdf:li></rdf:Alt></dc:description>
<Iptc4xmpExt:DigitalSourceType xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">${WITH_MODEL}</Iptc4xmpExt:DigitalSourceType>
`;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
