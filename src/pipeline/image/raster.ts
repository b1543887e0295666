// Pixels in memory, and the way to hand them to the decoder together with a colour profile.

/** 8-bit interleaved RGB or RGBA, row by row from the top left. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
}

/**
 * Gives pixels back at once, and leaves them empty. The collector is in no hurry with memory outside its heap:
 * left to it, the copies of several large pictures pile up.
 */
export function free(data: Uint8Array): void {
  if (data.buffer instanceof ArrayBuffer) data.buffer.transfer(0);
}

type Entry = readonly [tag: number, type: number, count: number, value: number];

const SHORT = 3;
const LONG = 4;
const UNDEFINED = 7;

/**
 * The pixels as an uncompressed TIFF 6.0 that carries the profile: libvips attaches profiles to files only,
 * and this one costs a copy instead of a compression. A buffer of its own, for `free`.
 */
export function asTiff({ data, width, height, channels }: Pixels, profile?: Uint8Array): Uint8Array {
  const directory = 8 + data.length + (data.length % 2);
  const entryCount = 10 + (channels === 4 ? 1 : 0) + (profile ? 1 : 0);
  const bits = directory + 2 + 12 * entryCount + 4;
  const icc = bits + 2 * channels;
  const entries: readonly Entry[] = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, channels, bits],
    [259, SHORT, 1, 1], // uncompressed
    [262, SHORT, 1, 2], // RGB
    [273, LONG, 1, 8], // one strip, after the header
    [277, SHORT, 1, channels],
    [278, LONG, 1, height],
    [279, LONG, 1, data.length],
    [284, SHORT, 1, 1], // interleaved
    ...(channels === 4 ? [[338, SHORT, 1, 2] as const] : []), // alpha, not multiplied in
    ...(profile ? [[34675, UNDEFINED, profile.length, icc] as const] : []),
  ];
  const file = Buffer.alloc(icc + (profile?.length ?? 0));
  file.write('II*\0', 'latin1');
  file.writeUInt32LE(directory, 4);
  file.set(data, 8);
  file.writeUInt16LE(entries.length, directory);
  entries.forEach(([tag, type, count, value], index) => {
    const at = directory + 2 + 12 * index;
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(type, at + 2);
    file.writeUInt32LE(count, at + 4);
    file.writeUInt32LE(value, at + 8);
  });
  for (let channel = 0; channel < channels; channel++) file.writeUInt16LE(8, bits + 2 * channel);
  if (profile) file.set(profile, icc);
  return file;
}
