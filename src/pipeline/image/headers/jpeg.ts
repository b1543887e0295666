// The frame header of a JPEG (ITU-T T.81, annex B). A picture that follows in the same file (MPO) is not looked at.
import { big, u8 } from '../bytes.ts';
import type { Header } from './types.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
/** Markers without a length: TEM, RST0–7 and SOI. */
const alone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= SOI);
/** SOF0–15 without DHT, JPG and DAC, which lie among them. */
const startsFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

export function readJpeg(bytes: Uint8Array): Header | undefined {
  let at = 2;
  while (at < bytes.length) {
    // Fill bytes, and rubbish that decoders skip, may stand before a marker.
    if (u8(bytes, at) !== 0xff || [0x00, 0xff].includes(u8(bytes, at + 1))) {
      at++;
      continue;
    }
    const marker = u8(bytes, at + 1);
    if (marker === EOI || marker === SOS) return undefined;
    if (startsFrame(marker)) return frame(bytes, at + 2, marker);
    if (alone(marker)) {
      at += 2;
      continue;
    }
    const length = big(bytes, at + 2, 2);
    if (length < 2) return undefined;
    at += 2 + length;
  }
  return undefined;
}

function frame(bytes: Uint8Array, at: number, marker: number): Header | undefined {
  const height = big(bytes, at + 3, 2);
  const width = big(bytes, at + 5, 2);
  const components = u8(bytes, at + 7);
  if (width < 0 || height < 0 || components < 1 || components > 4) return undefined;
  // One turned picture is held whole; a progressive one also keeps 16 bits for every coefficient.
  const progressive = marker !== 0xc0 && marker !== 0xc1;
  return { width, height, frames: 1, held: components * (progressive ? 3 : 1) };
}
