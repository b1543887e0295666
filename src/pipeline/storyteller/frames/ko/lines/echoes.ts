// What a doing calls to mind: a line that belongs to eating, running or sleeping.
import type { Line } from '../teller.ts';
import { TOPICS } from '../topics.ts';
import type { View } from '../view.ts';

export const ECHOES: readonly Line<View>[] = TOPICS.flatMap(({ id, lines }) =>
  lines.map((text, at) => ({
    id: `${id}-${at + 1}`,
    fits: (view: View) => view.theme.topics.includes(id),
    say: () => text,
  })),
);
