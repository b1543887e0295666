// One thing at a time under each key.
import { expect, it } from 'vitest';
import { createSerial } from '../../src/bots/serial.ts';

it('runs what has the same key in order, and what has another key beside it', async () => {
  const serial = createSerial();
  const order: string[] = [];
  let open: () => void = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const first = serial.run('a', async () => {
    await gate;
    order.push('a1');
  });
  const second = serial.run('a', async () => void order.push('a2'));
  await serial.run('b', async () => void order.push('b1'));
  expect(order).toEqual(['b1']);
  open();
  await Promise.all([first, second]);
  expect(order).toEqual(['b1', 'a1', 'a2']);
});

it('goes on after a task that fails, and lets only its own caller know', async () => {
  const serial = createSerial();
  const failing = serial.run('a', () => Promise.reject(new Error('no')));
  const next = serial.run('a', async () => 'yes');
  await expect(failing).rejects.toThrow('no');
  await expect(next).resolves.toBe('yes');
});
