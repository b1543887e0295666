// The one importer of libheif-js. Runs as a worker thread that `heic.ts` starts for a single picture: a decoder that
// traps, hangs or fills its memory takes nothing else with it, and the memory goes back when the thread ends.
import { parentPort, workerData } from 'node:worker_threads';
import libheif from 'libheif-js/wasm-bundle.js';

/** What the worker is given. */
export interface HeicJob {
  readonly bytes: Uint8Array;
  /** WebAssembly memory it may grow to, in bytes. */
  readonly memory: number;
  /** Width × height it may decode. */
  readonly pixels: number;
}

/** What it answers: 8-bit interleaved RGB or RGBA, upright; or why not. */
export type HeicAnswer =
  | {
      readonly data: Uint8Array<ArrayBuffer>;
      readonly width: number;
      readonly height: number;
      readonly channels: 3 | 4;
    }
  | { readonly reason: string };

/** Emscripten takes a failed growth for a full memory, and libheif reports that as an error. */
function capMemory(limit: number): void {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * 65536 > limit) throw new RangeError('the picture needs too much memory');
    return grow.call(this, pages);
  };
}

async function decode({ bytes, pixels }: HeicJob): Promise<HeicAnswer> {
  const context = libheif.heif_context_alloc();
  const read = libheif.heif_context_read_from_memory(context, bytes);
  if (read.code !== libheif.heif_error_code.heif_error_Ok) return { reason: read.message };
  const handle = libheif.heif_js_context_get_primary_image_handle(context);
  if (!handle || 'code' in handle) return { reason: handle?.message ?? 'no primary picture' };
  if (libheif.heif_image_handle_get_width(handle) * libheif.heif_image_handle_get_height(handle) > pixels)
    return { reason: 'more pixels than its header says' };
  const alpha = Boolean(libheif.heif_image_handle_has_alpha_channel(handle));
  const chroma = alpha
    ? libheif.heif_chroma.heif_chroma_interleaved_RGBA
    : libheif.heif_chroma.heif_chroma_interleaved_RGB;
  const image = await libheif.heif_js_decode_image2(handle, libheif.heif_colorspace.heif_colorspace_RGB, chroma);
  if (!image || !('channels' in image)) return { reason: image?.message ?? 'not decoded' };
  const plane = image.channels.find(({ id }) => id === libheif.heif_channel.heif_channel_interleaved);
  if (!plane) return { reason: 'no pixels' };
  const channels = alpha ? 4 : 3;
  return { data: tight(plane, channels), width: plane.width, height: plane.height, channels };
}

/** The rows one after the other, without the padding libheif leaves between them. */
function tight(plane: libheif.Plane, channels: number): Uint8Array<ArrayBuffer> {
  const row = plane.width * channels;
  const data = new Uint8Array(row * plane.height);
  for (let y = 0; y < plane.height; y++) {
    data.set(plane.data.subarray(y * plane.stride, y * plane.stride + row), y * row);
  }
  return data;
}

const job = workerData as HeicJob;
capMemory(job.memory);
const answer = await decode(job).catch((error: unknown): HeicAnswer => ({ reason: String(error) }));
parentPort?.postMessage(answer, 'data' in answer ? [answer.data.buffer] : []);
