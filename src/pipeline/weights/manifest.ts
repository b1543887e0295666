// The list of models that can be had, `models/manifest.json`, checked; which files of a revision a model consists of is
// left to `list-files.ts`.
import { z } from 'zod';
import manifest from '../../../models/manifest.json' with { type: 'json' };
import { TalesError } from '../../errors.ts';

export const MODEL_ENGINES = ['blip', 't5', 'kot5', 'kogpt2'] as const;
export type ModelEngine = (typeof MODEL_ENGINES)[number];

/** Below the repository's top, and staying there. */
const fileName = z.string().regex(/^(?!.*(^|\/)\.{1,2}(\/|$))[\w.-]+(\/[\w.-]+)*$/);
const words = z.object({ ko: z.string().min(1), en: z.string().min(1) });

const hubSchema = z.object({
  repo: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  /** The branch whose head the revision was. */
  branch: z.string().regex(/^[\w-]+$/),
  /** A full commit: what it stands for never changes. */
  revision: z.string().regex(/^[0-9a-f]{40}$/),
  files: z.array(fileName),
  /** The first of these that the revision holds is fetched. */
  weights: z.array(fileName).min(1),
  /** Bytes. */
  approximateSize: z.int().positive(),
});

const modelSchema = z.object({
  name: z.string().regex(/^[a-z][\w-]*$/),
  engine: z.enum(MODEL_ENGINES),
  about: words,
  /** SPDX; absent where it is for whoever gave the model away to say. */
  licence: z.string().optional(),
  /** Absent: placed by hand. */
  hub: hubSchema.optional(),
});

export const manifestSchema = z.object({ models: z.array(modelSchema).min(1) });

export type HubModel = Readonly<z.infer<typeof hubSchema>>;
export type ListedModel = Readonly<z.infer<typeof modelSchema>>;
export type FetchableModel = ListedModel & { readonly hub: HubModel };

export const MODELS: readonly ListedModel[] = manifestSchema.parse(manifest).models;

export const isFetchable = (model: ListedModel): model is FetchableModel => model.hub !== undefined;

/** @throws TalesError `model-unlisted` */
export function modelNamed<M extends ListedModel>(name: string, models: readonly M[]): M {
  const found = models.find((model) => model.name === name);
  if (!found) throw new TalesError('model-unlisted', { model: name, known: models.map((model) => model.name) });
  return found;
}
