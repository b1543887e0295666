// `preprocessor_config.json` of a captioning checkpoint, with the defaults of transformers' BlipImageProcessor.
import { z } from 'zod';
import { TalesError } from '../../errors.ts';
import type { Preprocessing } from '../image/pixels.ts';
import { FILTERS, type FilterNumber } from '../image/resample.ts';
import { readBlipConfig } from '../onnx/blip-config.ts';
import { readJson } from '../onnx/folder.ts';

const FILE = 'preprocessor_config.json';
const pixels = z.int().positive();
const triple = z.array(z.number()).length(3);
const filters = Object.values(FILTERS) as readonly FilterNumber[];
const filter = z.literal(filters);

const schema = z.object({
  do_resize: z.boolean().default(true),
  size: z
    .union([pixels.transform((side) => ({ height: side, width: side })), z.object({ height: pixels, width: pixels })], {
      error: 'size',
    })
    .default({ height: 384, width: 384 }),
  resample: filter.default(FILTERS.bicubic),
  do_center_crop: z.literal(false).nullish(),
  do_rescale: z.boolean().default(true),
  rescale_factor: z.number().default(1 / 255),
  do_normalize: z.boolean().default(true),
  image_mean: triple.default([0.48145466, 0.4578275, 0.40821073]),
  image_std: triple.default([0.26862954, 0.26130258, 0.27577711]),
});

/**
 * How the checkpoint wants its pictures.
 * @throws TalesError `model-file-missing`, `model-file-damaged`, or `model-unsupported` when that is nothing we do, or not
 * the size that the model takes.
 */
export async function readPreprocessing(folder: string): Promise<Preprocessing> {
  const read = await readJson({ folder, file: FILE, schema });
  const { vision } = await readBlipConfig(folder);
  const { width, height } = read.size;
  if (!read.do_resize || width !== vision.imageSize || height !== vision.imageSize) {
    throw new TalesError('model-unsupported', {
      folder,
      option: `${FILE}: size`,
      value: read.do_resize ? `${width}×${height}` : 'do_resize false',
      supported: { kind: 'choice', values: [`${vision.imageSize}×${vision.imageSize} (config.json)`] },
    });
  }
  return {
    size: { width, height },
    filter: read.resample,
    scale: read.do_rescale ? read.rescale_factor : 1,
    mean: read.do_normalize ? read.image_mean : [0, 0, 0],
    deviation: read.do_normalize ? read.image_std : [1, 1, 1],
  };
}
