// T5's relative positions: near ones have a bucket each, far ones share logarithmically growing buckets.
// Mirrors `T5Attention._relative_position_bucket`, whose arithmetic is float32.

export interface Buckets {
  readonly buckets: number;
  readonly maxDistance: number;
}

const f = Math.fround;

function logBucket(distance: number, { buckets, maxDistance }: Buckets): number {
  const exact = Math.floor(buckets / 2);
  if (distance < exact) return distance;
  const share = f(f(Math.log(f(distance / exact))) / f(Math.log(maxDistance / exact)));
  return Math.min(exact + Math.trunc(f(share * (buckets - exact))), buckets - 1);
}

/** The bucket of a token `distance` ≥ 0 back, where no token ahead is seen. */
export const causalBucket = (distance: number, buckets: Buckets): number => logBucket(distance, buckets);

/** The bucket of a token at `offset` from the one that looks: half of the buckets are for those ahead. */
export function bidirectionalBucket(offset: number, { buckets, maxDistance }: Buckets): number {
  const half = Math.floor(buckets / 2);
  return (offset > 0 ? half : 0) + logBucket(Math.abs(offset), { buckets: half, maxDistance });
}
