// The captioner that looks at nothing: the person describes the pictures.
import type { Captioner } from '../types.ts';

export function createNoCaptioner(): Captioner {
  return {
    name: 'none',
    caption: async (pictures) => pictures.map(() => undefined),
  };
}
