// The page follows its book: what is told arrives, a short silence is not worth a word, a long one is.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ADDRESS, openView, pretendBrowser, pretendServer, refusal, seen } from './pretend.ts';

class Line extends EventTarget {
  static readonly CLOSED = 2;
  static lines: Line[] = [];
  readyState = 1;
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    Line.lines.push(this);
  }
  close(): void {
    this.readyState = Line.CLOSED;
  }
  tell(type: string, data?: unknown): void {
    this.dispatchEvent(Object.assign(new Event(type), { data: JSON.stringify(data) }));
  }
  /** The browser goes on trying by itself, or gives up. */
  fail(isFinal: boolean): void {
    if (isFinal) this.close();
    this.tell('error');
  }
}
const latest = (): Line => {
  const line = Line.lines.at(-1);
  if (!line) throw new Error('nothing was opened');
  return line;
};

let browser: ReturnType<typeof pretendBrowser>;
beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
  Line.lines = [];
  browser = pretendBrowser();
  vi.stubGlobal('EventSource', Line);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function follow(answer: () => Response | undefined = () => Response.json({})) {
  const asked = pretendServer(answer);
  const { followBook } = await import('../../../../src/bots/web/page/live.js');
  const onSeen = vi.fn();
  const onLine = vi.fn();
  followBook({ address: ADDRESS, onSeen, onLine });
  return { asked, onSeen, onLine };
}

const show = (visibilityState: 'visible' | 'hidden'): void => {
  Object.assign(browser.document, { visibilityState });
  browser.document.dispatchEvent(new Event('visibilitychange'));
};

describe('following a book', () => {
  it('passes on what the server tells, in the language of the page', async () => {
    const { onSeen, onLine } = await follow();
    expect(latest().url).toBe(`${ADDRESS}/live?lang=en`);
    const state = seen(openView({ title: 'Moonlight' }));
    latest().tell('view', state);
    expect(onSeen).toHaveBeenCalledExactlyOnceWith(state);
    expect(onLine).toHaveBeenLastCalledWith(true);
  });

  it('says nothing of a break that is over at once, and tells of a longer one until it is over', async () => {
    const { onLine } = await follow();
    latest().fail(false);
    await vi.advanceTimersByTimeAsync(500);
    latest().tell('open');
    await vi.advanceTimersByTimeAsync(5000);
    expect(onLine.mock.calls).toEqual([[true]]);
    latest().fail(false);
    await vi.advanceTimersByTimeAsync(2000);
    expect(onLine).toHaveBeenLastCalledWith(false);
    latest().tell('open');
    expect(onLine).toHaveBeenLastCalledWith(true);
    // The browser tries by itself: no second line was opened.
    expect(Line.lines).toHaveLength(1);
  });

  it('opens a new line when the browser gives up, as soon as the server answers again', async () => {
    const answers = [undefined, refusal(503, 'in trouble')];
    const { asked } = await follow(() => answers.shift());
    latest().fail(true);
    await vi.advanceTimersByTimeAsync(2000);
    expect([asked.length, Line.lines.length]).toEqual([1, 1]);
    await vi.advanceTimersByTimeAsync(2000);
    expect([asked.length, Line.lines.length]).toEqual([2, 2]);
    expect(asked[0]?.path).toBe(`${ADDRESS}/view`);
  });

  it.each([401, 404])('opens the page anew when it is another one now (%i)', async (status) => {
    await follow(() => refusal(status, 'elsewhere'));
    latest().fail(true);
    await vi.advanceTimersByTimeAsync(2000);
    expect(browser.reload).toHaveBeenCalledTimes(1);
    expect(Line.lines).toHaveLength(1);
  });

  it('gives its line back while nobody looks, whatever was on its way, and takes one when somebody does', async () => {
    let answer = (_: Response): void => {};
    await follow();
    pretendServer(() => new Promise((resolve) => (answer = resolve)));
    latest().fail(true);
    await vi.advanceTimersByTimeAsync(2000);
    show('hidden');
    answer(Response.json({}));
    await vi.advanceTimersByTimeAsync(5000);
    expect(Line.lines).toHaveLength(1);
    show('visible');
    expect(Line.lines).toHaveLength(2);
    show('hidden');
    expect(latest().readyState).toBe(Line.CLOSED);
  });
});
