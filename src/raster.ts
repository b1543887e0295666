// The one importer of sharp: loads it on first use and sets it up for a small machine.
// What to do with pictures is left to `pipeline/image` (received ones) and `render` (printed ones).
import type sharp from 'sharp';

let loaded: Promise<typeof sharp> | undefined;

/**
 * sharp, with libvips' operation cache off and one thread per picture, so that memory follows the
 * picture at hand and a school laptop keeps a core for its user.
 */
export function loadSharp(): Promise<typeof sharp> {
  loaded ??= import('sharp').then(({ default: factory }) => {
    factory.cache(false);
    factory.concurrency(1);
    return factory;
  });
  return loaded;
}
