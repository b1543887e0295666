// What buttons carry: short enough for Discord, read back as it was written, and nothing else is read at all.
import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/bots/conversation/actions.ts';
import { addressed, type Control, isTagged, readControl, writeControl } from '../../../src/bots/discord/ids.ts';

const MOVE: Action = { type: 'move', scene: 's123456', to: 999999 };
const TAG = 'card-0123456789abcdef0123';
/** As long as an id of Discord's will ever be. */
const PLACE = '15741630092096307201';

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
  { type: 'press', action: MOVE, view: 'scene', thread: PLACE },
  { type: 'pick', view: 'page', thread: PLACE },
  { type: 'form', form: 'caption', scene: 's123456', view: 'scene', thread: PLACE },
  { type: 'confirm', form: 'delete', thread: PLACE },
  { type: 'draft', draft: PLACE, action: MOVE, thread: PLACE },
  { type: 'class', channel: PLACE, action: { type: 'send', book: 'b123456', request: 999999 } },
  { type: 'class-form', channel: PLACE, form: 'who' },
  { type: 'class-form', channel: PLACE, form: 'label', about: 'b123456' },
  { type: 'class-draft', channel: PLACE, draft: PLACE, action: { type: 'form', form: 'books' } },
  { type: 'enter', thread: PLACE },
  { type: 'desk', channel: PLACE },
  { type: 'menu', number: 3 },
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

  it('about a book is given the thread of that book, and nothing else is', () => {
    const press: Control = { type: 'press', action: MOVE, view: 'page' };
    expect(readControl(addressed(writeControl(press), PLACE))).toEqual({ ...press, thread: PLACE });
    const there = writeControl({ ...press, thread: '1' });
    expect(addressed(there, PLACE)).toBe(there);
    for (const control of CONTROLS.filter(({ type }) => type.startsWith('class') || type === 'desk')) {
      expect(addressed(writeControl(control), PLACE)).toBe(writeControl(control));
    }
  });

  it.each([
    '',
    'a:',
    'a:fly',
    'a:move.s1',
    'o:',
    'o@x:',
    'f:Z.',
    'y:other',
    'd:5',
    'd:.help',
    'z:help',
    'a@q:help',
    'a#:help',
    'a#x:help',
    'c:on',
    'c#5:fly',
    'g#5:A',
    'j:',
    'k:',
    'm:',
    'm:10',
    `a#${'1'.repeat(21)}:help`,
  ])('%j is nothing of ours', (written) => expect(readControl(written)).toBeUndefined());
});
