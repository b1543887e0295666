// Chosen pictures reach the server whatever comes between: none is lost on the way, and none is sent for nothing.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KeptFile } from '../../../../src/bots/web/page/kept-files.js';
import type { OpenView, Told } from '../../../../src/bots/web/view-types.ts';
import { ADDRESS, coming, openView, pretendBrowser, pretendServer, refusal, told } from './pretend.ts';

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

/** A database takes a while for each file. */
function keptFiles() {
  const files = new Map<string, KeptFile>();
  const wait = () => new Promise<void>((resolve) => setTimeout(resolve, 10));
  return {
    get: (source: string) => files.get(source),
    all: () => [...files.values()],
    async put(changed: readonly KeptFile[]) {
      for (const kept of changed) files.set(kept.source, kept);
      await wait();
    },
    async drop(source: string) {
      files.delete(source);
      await wait();
    },
  };
}

/** The server as the page knows it: an announcement counts once by its name, bytes arrive when `status` says so. */
function pretendBook() {
  const names = new Set<string>();
  const state = {
    known: [] as string[],
    removed: [] as string[],
    kept: [] as string[],
    /** What a PUT is answered with, and whether its bytes are then there. */
    status: 200,
    keeps: true,
    /** Sources in the order in which their bytes came. */
    puts: [] as string[],
    announced: [] as { id: string; files: string[] }[],
    answer: undefined as Response | undefined,
  };
  const view = (): OpenView => {
    const here = state.known.filter((source) => !state.removed.includes(source));
    const awaited = state.known.filter((source) => !state.kept.includes(source));
    return openView({ scenes: here.map(coming), awaited });
  };
  pretendServer(({ path, body }) => {
    if (state.answer) return state.answer;
    if (path.endsWith('/say')) state.known = state.known.filter((source) => !body.sources.includes(source));
    else {
      state.announced.push({ id: body.id, files: body.files.map(({ name }) => name) });
      if (!names.has(body.id)) state.known.push(...body.files.map(({ source }) => source));
      names.add(body.id);
    }
    return Response.json(told(view()));
  });
  class Request {
    readonly upload = {};
    status = 0;
    source = '';
    onloadend = (): void => {};
    open(_: string, url: string): void {
      this.source = /pictures\/([^?]+)/.exec(url)?.[1] ?? '';
    }
    setRequestHeader(): void {}
    send(): void {
      state.puts.push(this.source);
      setTimeout(() => {
        this.status = state.status;
        if (state.status === 200 && state.keeps) state.kept.push(this.source);
        this.onloadend();
      }, 5);
    }
  }
  vi.stubGlobal('XMLHttpRequest', Request);
  return { state, view };
}

async function openPage() {
  const book = pretendBook();
  const files = keptFiles();
  const { createUploads } = await import('../../../../src/bots/web/page/uploads.js');
  const said: string[] = [];
  const refused: string[] = [];
  const states: string[] = [];
  const heard = vi.fn<(told: Told) => void>();
  const uploads = createUploads({
    address: ADDRESS,
    files,
    onTold: (one) => {
      heard(one);
      if (one.view.state === 'open') uploads.sync(one.view);
    },
    onProgress: () => {},
    onState: (one) => void (one !== states.at(-1) && states.push(one)),
    refuse: (line) => void refused.push(line),
    say: (text) => void said.push(text),
  });
  const choose = (...names: readonly string[]) =>
    uploads.add(
      names.map((name) => new File(['x'], name, { type: 'image/png' })),
      { largest: 1000 },
    );
  const look = (): void => uploads.sync(book.view());
  return { ...book, files, uploads, said, refused, states, heard, choose, look };
}

const NAMES = ['1.png', '2.png', '3.png', '4.png', '5.png'];

describe('chosen pictures', () => {
  it('reach the server, in their order, and are then forgotten here', async () => {
    const { state, files, choose, look } = await openPage();
    void choose(...NAMES);
    await vi.advanceTimersByTimeAsync(200);
    look();
    expect(state.announced.map((one) => one.files)).toEqual([NAMES]);
    expect(state.puts).toEqual(state.known);
    expect(state.kept).toHaveLength(5);
    expect(files.all()).toEqual([]);
  });

  it('are all told of at once, though the book is looked at while the browser is still storing them', async () => {
    const { state, choose, look } = await openPage();
    void choose(...NAMES);
    for (let count = 0; count < 30; count += 1) {
      look();
      await vi.advanceTimersByTimeAsync(5);
    }
    expect(state.announced.map((one) => one.files)).toEqual([NAMES]);
    expect(state.kept).toHaveLength(5);
  });

  it('have names of their own for each set: a part that was told of does not stand for the rest', async () => {
    const { state, files, choose, look } = await openPage();
    void choose(...NAMES);
    await vi.advanceTimersByTimeAsync(200);
    look();
    const { known } = state;
    const batch = known.map((source, order) => ({
      ...{ source, address: ADDRESS, file: new Blob(['x']), name: NAMES[order] ?? '', batch: 'zz-b', order },
      announced: false,
    }));
    // The same set, told of once more after a reload, has the same name; a part of it has another.
    void files.put(batch);
    look();
    await vi.advanceTimersByTimeAsync(100);
    void files.put(batch.slice(0, 2));
    look();
    await vi.advanceTimersByTimeAsync(100);
    const [whole, again, part] = state.announced.map(({ id }) => id);
    expect(again).toBe(whole);
    expect(part).not.toBe(whole);
    expect(part).toMatch(/^[\w-]{8,64}$/);
  });

  it('are not forgotten because of a view from before they were told of', async () => {
    const { state, view, files, uploads, heard, choose } = await openPage();
    const before = view();
    // The answer is on its way while such a view comes.
    heard.mockImplementation(() => uploads.sync(before));
    void choose('1.png', '2.png');
    await vi.advanceTimersByTimeAsync(12);
    expect(state.announced).toHaveLength(1);
    expect(files.all()).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(200);
    expect(state.kept).toHaveLength(2);
  });

  it('that were taken out are not sent, and are once they are put back', async () => {
    const { state, files, choose, look } = await openPage();
    state.keeps = false;
    void choose('1.png');
    await vi.advanceTimersByTimeAsync(12);
    state.removed = [...state.known];
    look();
    await vi.advanceTimersByTimeAsync(20_000);
    look();
    expect(state.puts).toHaveLength(1);
    expect(files.all()).toHaveLength(1);
    state.removed = [];
    state.keeps = true;
    look();
    await vi.advanceTimersByTimeAsync(200);
    look();
    expect(state.puts).toHaveLength(2);
    expect(files.all()).toEqual([]);
  });

  it.each([
    ['takes them and still waits for them', 200],
    ['is in trouble', 503],
    ['is not reached', 0],
  ])('are sent again only after a while when the server %s', async (_, status) => {
    const { state, choose, look } = await openPage();
    Object.assign(state, { status, keeps: false });
    void choose('1.png');
    for (let count = 0; count < 100; count += 1) {
      look();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(state.puts.length).toBeGreaterThan(1);
    expect(state.puts.length).toBeLessThan(6);
  });

  it('are said to be on their way, then to be stuck, then to be safe', async () => {
    const { state, states, choose, look } = await openPage();
    state.status = 503;
    void choose('1.png');
    await vi.advanceTimersByTimeAsync(10);
    expect(states.at(-1)).toBe('sending');
    await vi.advanceTimersByTimeAsync(100);
    expect(states.at(-1)).toBe('stuck');
    state.status = 200;
    await vi.advanceTimersByTimeAsync(3000);
    look();
    expect(states.at(-1)).toBe('none');
  });

  it('that cannot even be told of are said to be stuck', async () => {
    const { state, states, choose, look } = await openPage();
    state.answer = refusal(503, 'in trouble');
    void choose('1.png');
    await vi.advanceTimersByTimeAsync(100);
    expect(states.at(-1)).toBe('stuck');
    state.answer = undefined;
    await vi.advanceTimersByTimeAsync(3000);
    look();
    expect(states.at(-1)).toBe('none');
  });

  it('that the server finds too large are reported lost, and forgotten', async () => {
    const { state, files, choose } = await openPage();
    state.status = 413;
    void choose('1.png');
    await vi.advanceTimersByTimeAsync(200);
    expect(state.known).toEqual([]);
    expect(files.all()).toEqual([]);
    expect(state.puts).toHaveLength(1);
  });

  it('stay here when a code is asked for, and go with a word when they are refused', async () => {
    const { state, files, said, choose } = await openPage();
    state.answer = refusal(401, 'the code first');
    void choose('1.png');
    await vi.advanceTimersByTimeAsync(100);
    expect(browser.reload).toHaveBeenCalled();
    expect(files.all()).toHaveLength(1);
    state.answer = refusal(400, 'not understood');
    await vi.advanceTimersByTimeAsync(3000);
    expect(said).toEqual(['not understood']);
    expect(files.all()).toEqual([]);
  });

  it('that are too large are named, and the others go', async () => {
    const { state, uploads, refused } = await openPage();
    const large = new File(['x'.repeat(1001)], 'large.png');
    void uploads.add([large, new File(['x'], 'small.png')], { largest: 1000 });
    await vi.advanceTimersByTimeAsync(100);
    expect(refused.join()).toContain('large.png');
    expect(state.announced.map((one) => one.files)).toEqual([['small.png']]);
  });

  it('are told of in portions that the server takes, however many they are', async () => {
    const { state, choose } = await openPage();
    void choose(...Array.from({ length: 130 }, (_, index) => `${index}.png`));
    await vi.advanceTimersByTimeAsync(2000);
    expect(state.announced.map((one) => one.files.length)).toEqual([100, 30]);
    expect(state.kept).toHaveLength(130);
  });
});
