// The chunks of a PNG (W3C PNG, third edition): size, animation frames, and whether the file goes on to its end.
import { big, has, latin, u8 } from '../bytes.ts';
import type { Header } from './types.ts';

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 4, 4: 2, 6: 4 };

export function readPng(bytes: Uint8Array): Header | undefined {
  if (big(bytes, 8, 4) !== 13 || !has(bytes, 12, 'IHDR')) return undefined;
  const channels = CHANNELS[u8(bytes, 25)];
  if (channels === undefined) return undefined;
  const rest = chunks(bytes);
  if (rest === undefined) return undefined;
  const deep = u8(bytes, 24) === 16 ? 2 : 1;
  return { width: big(bytes, 16, 4), height: big(bytes, 20, 4), frames: rest.frames, held: (channels + 1) * deep };
}

/** Walks to IEND. Chunks after it are nobody's business. */
function chunks(bytes: Uint8Array): { readonly frames: number } | undefined {
  let frames = 1;
  for (let at = 8; ; ) {
    const length = big(bytes, at, 4);
    if (length < 0 || at + 12 + length > bytes.length) return undefined;
    const name = latin(bytes, at + 4, 4);
    if (name === 'acTL' && length === 8) frames = Math.max(1, big(bytes, at + 8, 4));
    if (name === 'IEND') return { frames };
    at += 12 + length;
  }
}
