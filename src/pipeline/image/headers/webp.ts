// The RIFF chunks of a WebP (RFC 9649): canvas, frames, and whether the file is as long as it says.
import { big, has, latin, little, u8 } from '../bytes.ts';
import type { Header, HeaderLimits } from './types.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

export function readWebp(bytes: Uint8Array, limits: HeaderLimits): Header | undefined {
  const end = 8 + little(bytes, 4, 4);
  if (end > bytes.length || end < 20) return undefined;
  let canvas: Size | undefined;
  let frames = 0;
  for (let at = 12; at + 8 <= end; ) {
    const length = little(bytes, at + 4, 4);
    if (at + 8 + length > end) return undefined;
    const size = sizeOf(bytes, at);
    // A frame larger than the canvas must not slip through behind a small one.
    if (size)
      canvas = { width: Math.max(size.width, canvas?.width ?? 0), height: Math.max(size.height, canvas?.height ?? 0) };
    if (latin(bytes, at, 4) === 'ANMF') frames++;
    if (frames > limits.frames) break;
    at += 8 + length + (length % 2);
  }
  return canvas && { ...canvas, frames: Math.max(1, frames), held: frames > 1 ? 12 : 8 };
}

function sizeOf(bytes: Uint8Array, at: number): Size | undefined {
  const body = at + 8;
  switch (latin(bytes, at, 4)) {
    case 'VP8X':
      return { width: little(bytes, body + 4, 3) + 1, height: little(bytes, body + 7, 3) + 1 };
    case 'ANMF':
      return { width: little(bytes, body + 6, 3) + 1, height: little(bytes, body + 9, 3) + 1 };
    case 'VP8 ':
      if (!has(bytes, body + 3, '\x9d\x01\x2a')) return undefined;
      return { width: little(bytes, body + 6, 2) & 0x3fff, height: little(bytes, body + 8, 2) & 0x3fff };
    case 'VP8L': {
      if (u8(bytes, body) !== 0x2f) return undefined;
      const packed = big(bytes, body + 1, 4) < 0 ? 0 : little(bytes, body + 1, 4);
      return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
    }
    default:
      return undefined;
  }
}
