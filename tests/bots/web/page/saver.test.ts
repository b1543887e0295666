// What is typed is saved by itself, and "saved" is said of nothing that is not.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Told } from '../../../../src/bots/web/view-types.ts';
import { ADDRESS, type Asked, pretendBrowser, pretendServer, refusal, told } from './pretend.ts';

let browser: ReturnType<typeof pretendBrowser>;
beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
  browser = pretendBrowser();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function openPage(answer: (asked: Asked) => Response | undefined) {
  const asked = pretendServer(answer);
  const { createSaver } = await import('../../../../src/bots/web/page/saver.js');
  const states: string[] = [];
  const said: string[] = [];
  const problems: (string | undefined)[][] = [];
  const onTold = vi.fn<(told: Told) => void>();
  const saver = createSaver({
    address: ADDRESS,
    onTold,
    onState: (state) => void states.push(state),
    onProblem: (...problem) => void problems.push(problem),
    say: (text) => void said.push(text),
  });
  return { saver, asked, states, said, problems, onTold };
}

const taken = (): Response => Response.json(told());

describe('the saver', () => {
  it('waits for a pause in the typing, then sends the last word and says that it is saved', async () => {
    const { saver, asked, states, onTold } = await openPage(taken);
    saver.change('A.s1', 'name', 'By');
    saver.change('A.s1', 'name', 'Byeol');
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.path).toBe(`${ADDRESS}/say`);
    expect(asked[0]?.body).toMatchObject({ type: 'submitted', form: 'A', scene: 's1', values: { name: 'Byeol' } });
    expect(states.at(-1)).toBe('saved');
    expect(onTold).toHaveBeenCalledTimes(1);
    expect(browser.kept.size).toBe(0);
  });

  it('says from the beginning that words from before are in this browser alone, until they are sent', async () => {
    browser.kept.set(`talesrunner:draft:${ADDRESS}`, JSON.stringify({ 'A.s1': { name: 'Byeol' } }));
    const { saver, states } = await openPage(taken);
    expect(states).toEqual(['kept']);
    await saver.flush();
    expect(states.at(-1)).toBe('saved');
  });

  it.each([400, 403, 421])('after a refusal (%i) says why, and never that it is saved', async (status) => {
    const { saver, asked, states, said } = await openPage(() => refusal(status, 'not from our own page'));
    saver.change('A.s1', 'name', 'Byeol');
    await saver.flush();
    expect(states).toEqual(['saving', 'saving', 'kept']);
    expect(said).toEqual(['not from our own page']);
    expect(saver.draft('A.s1', 'name')).toBe('Byeol');
    // Another look at the book sends nothing new, and saves nothing either.
    await saver.flush();
    expect(asked).toHaveLength(1);
    expect(states.at(-1)).toBe('kept');
  });

  it('says so as well when the server finds fault with a field, until that is mended', async () => {
    const problem = { field: 'name', text: 'too long' };
    const { saver, states, problems, asked } = await openPage(({ body }) =>
      Response.json(told(undefined, body.values.name === 'long' ? [{ type: 'problems', problems: [problem] }] : [])),
    );
    saver.change('A.s1', 'name', 'long');
    saver.change('A.s1', 'action', 'sleeps');
    await saver.flush();
    expect(states.at(-1)).toBe('kept');
    expect(problems).toContainEqual(['A.s1', 'name', 'too long']);
    expect(saver.draft('A.s1', 'action')).toBeUndefined();
    saver.change('A.s1', 'name', 'short');
    await saver.flush();
    expect(states.at(-1)).toBe('saved');
    expect(problems.at(-1)).toEqual(['A.s1', 'name', undefined]);
    expect(asked).toHaveLength(2);
  });

  it('tries again by itself when the server was not reached or was in trouble', async () => {
    const answers = [undefined, refusal(503, 'in trouble'), taken()];
    const { saver, states, said } = await openPage(() => answers.shift());
    saver.change('book', 'title', 'Moonlight');
    await saver.flush();
    expect(states.at(-1)).toBe('kept');
    await vi.advanceTimersByTimeAsync(3000);
    expect(states.at(-1)).toBe('kept');
    await vi.advanceTimersByTimeAsync(3000);
    expect(states.at(-1)).toBe('saved');
    expect(said).toEqual([]);
  });

  it('keeps the words through a reload, and opens the page anew where a code is asked for', async () => {
    const first = await openPage(() => refusal(401, 'the code first'));
    first.saver.change('book', 'title', 'Moonlight');
    await first.saver.flush();
    expect(browser.reload).toHaveBeenCalled();
    const second = await openPage(taken);
    expect(second.saver.draft('book', 'title')).toBe('Moonlight');
    await second.saver.flush();
    expect(second.asked[0]?.body.values).toEqual({ title: 'Moonlight' });
  });

  it('does not forget what was typed while the same field was on its way', async () => {
    const { saver, asked } = await openPage(() => {
      if (asked.length === 1) saver.change('book', 'title', 'Moonlight picnic');
      return taken();
    });
    saver.change('book', 'title', 'Moonlight');
    await saver.flush();
    expect(asked.map(({ body }) => body.values.title)).toEqual(['Moonlight', 'Moonlight picnic']);
  });
});
