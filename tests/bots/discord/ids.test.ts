// What buttons carry: short enough for Discord, read back as it was written, and nothing else is read at all.
import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/bots/conversation/actions.ts';
import { type Control, isTagged, readControl, writeControl } from '../../../src/bots/discord/ids.ts';

const MOVE: Action = { type: 'move', scene: 's123456', to: 999999 };
const TAG = 'card-0123456789abcdef0123';

const CONTROLS: readonly Control[] = [
  { type: 'press', action: { type: 'make', request: 3 } },
  { type: 'press', action: MOVE, view: 'scene' },
  { type: 'press', action: { type: 'lock', scene: 's1' }, view: 'page' },
  { type: 'press', action: { type: 'restore', scene: 's1' }, view: 'card' },
  { type: 'pick', view: 'scene' },
  { type: 'pick', view: 'page' },
  { type: 'form', form: 'A', scene: 's10' },
  { type: 'form', form: 'pictures', scene: 's10', view: 'scene' },
  { type: 'form', form: 'book' },
  { type: 'confirm', form: 'delete' },
  { type: 'draft', draft: '1574163009209630720', action: MOVE },
];

describe('what a button carries', () => {
  it.each(CONTROLS.map((control) => [writeControl(control), control] as const))(
    '%s is read as it was written',
    (written, control) => {
      expect(readControl(written)).toEqual(control);
      expect(readControl(writeControl(control, TAG))).toEqual(control);
      expect(writeControl(control, TAG).length).toBeLessThanOrEqual(100);
    },
  );

  it('tells which message it stands in', () => {
    const written = writeControl({ type: 'pick', view: 'scene' }, TAG);
    expect(isTagged(written, TAG)).toBe(true);
    expect(isTagged(written, 'book-0123456789abcdef0123')).toBe(false);
  });

  it.each(['', 'a:', 'a:fly', 'a:move.s1', 'o:', 'o@x:', 'f:Z.', 'y:other', 'd:5', 'd:.help', 'z:help', 'a@q:help'])(
    '%j is nothing of ours',
    (written) => expect(readControl(written)).toBeUndefined(),
  );
});
