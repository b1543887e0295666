// Writes irot and imir (ISO/IEC 23008-12, sections 6.5.10 and 6.5.12) into a HEIC, as a phone's camera does.
// heif-enc 1.15 copies only the EXIF block, which is informative in a HEIC.
import { boxes, boxOf } from '../../../src/pipeline/image/headers/boxes.ts';

/** Anticlockwise quarters and mirrored axis (0 top with bottom, 1 left with right) for each EXIF orientation. */
const TURNS: Readonly<Record<number, { readonly quarters?: number; readonly axis?: number }>> = {
  1: {},
  2: { axis: 1 },
  3: { quarters: 2 },
  4: { axis: 0 },
  5: { quarters: 1, axis: 0 },
  6: { quarters: 3 },
  7: { quarters: 1, axis: 1 },
  8: { quarters: 1 },
};

const boxWith = (type: string, content: readonly number[]): Buffer =>
  Buffer.from([0, 0, 0, 8 + content.length, ...Buffer.from(type), ...content]);

export function turnHeic(file: Buffer, orientation: number): Buffer {
  const { quarters, axis } = TURNS[orientation] ?? {};
  const added = [
    ...(quarters === undefined ? [] : [boxWith('irot', [quarters])]),
    ...(axis === undefined ? [] : [boxWith('imir', [axis])]),
  ];
  return added.length === 0 ? file : addProperties(file, added);
}

/** Adds properties to the primary item, which is to be the first. */
function addProperties(file: Buffer, added: readonly Buffer[]): Buffer {
  const find = (from: number, to: number, type: string) => {
    const box = boxOf(boxes(file, from, to), type);
    if (!box) throw new Error(`no ${type}`);
    return box;
  };
  const meta = find(0, file.length, 'meta');
  const iprp = find(meta.from + 4, meta.to, 'iprp');
  const ipco = find(iprp.from, iprp.to, 'ipco');
  const ipma = find(iprp.from, iprp.to, 'ipma');
  const pitm = find(meta.from + 4, meta.to, 'pitm');
  const iloc = find(meta.from + 4, meta.to, 'iloc');
  const properties = boxes(file, ipco.from, ipco.to)?.length ?? 0;
  if (file.readUInt32BE(ipma.from) !== 0) throw new Error('ipma of another version');
  if (file.readUInt16BE(ipma.from + 8) !== file.readUInt16BE(pitm.from + 4))
    throw new Error('the primary item is not the first');
  const count = file.readUInt8(ipma.from + 10);
  const content = Buffer.concat(added);
  const links = Buffer.from(added.map((_, i) => 0x80 | (properties + 1 + i)));
  const total = content.length + links.length;
  const grown = Buffer.from(file);
  const grow = (start: number, by: number): unknown => grown.writeUInt32BE(grown.readUInt32BE(start) + by, start);
  grow(ipco.from - 8, content.length);
  grow(ipma.from - 8, links.length);
  grow(iprp.from - 8, total);
  grow(meta.from - 8, total);
  grown.writeUInt8(count + added.length, ipma.from + 10);
  moveItems(grown, iloc.from, total);
  const last = ipma.from + 11 + count;
  return Buffer.concat([grown.subarray(0, ipco.to), content, grown.subarray(ipco.to, last), links, grown.subarray(last)]);
}

/** All data lies after the boxes that grew; heif-enc gives each item a base offset. */
function moveItems(file: Buffer, iloc: number, by: number): void {
  if (file.readUInt8(iloc) !== 0 || file.readUInt16BE(iloc + 4) !== 0x4440) throw new Error('iloc of another layout');
  const items = file.readUInt16BE(iloc + 6);
  let at = iloc + 8;
  for (let item = 0; item < items; item++) {
    file.writeUInt32BE(file.readUInt32BE(at + 4) + by, at + 4);
    at += 10 + 8 * file.readUInt16BE(at + 8);
  }
}

/** Names primaries and transfer curve (ITU-T H.273) in an nclx box, BT.601 coefficients and full range. */
export function nameColours(file: Buffer, primaries: number, transfer: number): Buffer {
  const at = file.indexOf('colrnclx');
  if (at < 0)
    return addProperties(file, [boxWith('colr', [...Buffer.from('nclx'), 0, primaries, 0, transfer, 0, 6, 0x80])]);
  const named = Buffer.from(file);
  named.writeUInt16BE(primaries, at + 8);
  named.writeUInt16BE(transfer, at + 10);
  return named;
}
