// A face in the file: the subset of its glyphs that the book uses, their widths, and what text each stands for.
// Codes number pairs of glyph and text, so that two characters sharing a glyph are still told apart when text is copied.
import { createHash } from 'node:crypto';
import { CATALOGUE } from '../fonts/catalogue.ts';
import type { Face, Glyph } from '../fonts/face.ts';
import type { PdfFile, PdfValue, Ref } from './file.ts';

export interface EmbeddedFont {
  readonly ref: Ref;
  /** Four hexadecimal digits. */
  code(glyph: Glyph): string;
  /** Writes the font's objects; nothing may be encoded after. */
  finish(): void;
}

interface Entry {
  readonly glyph: Glyph;
  /** Number of the glyph in the subset. */
  readonly inSubset: number;
}

const hex = (value: number): string => value.toString(16).padStart(4, '0').toUpperCase();

export function embedFace(file: PdfFile, face: Face): EmbeddedFont {
  const ref = file.reserve();
  const subset = face.subset();
  const codes = new Map<string, number>();
  const entries: Entry[] = [];
  return {
    ref,
    code(glyph) {
      const key = `${glyph.id} ${glyph.text}`;
      let code = codes.get(key);
      if (code === undefined) {
        entries.push({ glyph, inSubset: subset.include(glyph.id) });
        code = entries.length;
        codes.set(key, code);
      }
      return hex(code);
    },
    finish: () => writeFont(file, face, entries, subset.encode(), ref),
  };
}

function writeFont(file: PdfFile, face: Face, entries: readonly Entry[], program: Uint8Array, ref: Ref): void {
  const name = `${subsetTag(program)}+${CATALOGUE[face.id].postScriptName}`;
  const { metrics } = face;
  const descriptor = file.put({
    Type: 'FontDescriptor',
    FontName: name,
    // Symbolic (bit 3): codes mean glyphs, not characters of a standard set.
    Flags: 4,
    FontBBox: metrics.box,
    ItalicAngle: metrics.italicAngle,
    Ascent: metrics.ascent,
    Descent: metrics.descent,
    CapHeight: metrics.capHeight,
    StemV: 80,
    FontFile2: file.putStream(program, { Length1: program.length }),
  });
  const descendant = file.put({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: latin('Adobe'), Ordering: latin('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    CIDToGIDMap: file.putStream(glyphMap(entries)),
    DW: 1000,
    W: [1, entries.map(({ glyph }) => Math.round(glyph.advance * 1e4) / 10)],
  });
  const font: PdfValue = {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: file.putStream(toUnicode(entries)),
  };
  file.put(font, ref);
}

const latin = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Six capitals that name the subset (ISO 32000-1, 9.6.4): the same glyphs, the same name. */
function subsetTag(program: Uint8Array): string {
  const digest = createHash('sha256').update(program).digest();
  return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join('');
}

function glyphMap(entries: readonly Entry[]): Uint8Array {
  const map = new Uint8Array(2 * (entries.length + 1));
  const view = new DataView(map.buffer);
  entries.forEach(({ inSubset }, index) => {
    view.setUint16(2 * (index + 1), inSubset);
  });
  return map;
}

/** A ToUnicode CMap holds at most 100 entries per block (Adobe technical note 5014). */
const BLOCK = 100;

function toUnicode(entries: readonly Entry[]): string {
  const lines = entries.map(({ glyph }, index) => `<${hex(index + 1)}> <${utf16(glyph.text)}>`);
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += BLOCK) {
    const block = lines.slice(at, at + BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('');
}
