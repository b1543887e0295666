// Whether every font of the catalogue is installed and can be read; for `doctor`.
import { CATALOGUE, FACE_IDS } from './catalogue.ts';
import { loadFace } from './face.ts';

/** The families that are there. Throws what loading throws for the first that is not. */
export function probeFonts(): readonly string[] {
  for (const id of FACE_IDS) loadFace(id);
  return [...new Set(FACE_IDS.map((id) => CATALOGUE[id].family))];
}
