// The four friends of the school yard in their usual poses, so that pages only say what differs.
import { AMIN, DOYUN, MINSEO, YUNA } from '../parts/cast.ts';
import { child, type Pose } from '../parts/child.ts';
import { wheelchair } from '../parts/school.ts';
import { group, pair } from '../svg.ts';

export const doyun = (pose: Pose): string => child(DOYUN, pose);
export const minseo = (pose: Pose): string => child(MINSEO, pose);
export const amin = (pose: Pose): string => child(AMIN, pose);

/** Yuna sits in her blue wheelchair. */
export function yuna(pose: Pose): string {
  const chair = wheelchair('#4b84b0');
  return (
    chair.behind +
    group(
      { y: -34 },
      child(YUNA, {
        feet: pair(-20, 16, 20, 18),
        hands: pair(-70, -84, 70, -84),
        ...pose,
      }),
    ) +
    chair.before
  );
}
