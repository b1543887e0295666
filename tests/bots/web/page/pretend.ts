// As much of a browser as the page's modules need that draw nothing, so that machines without one test them, too. What
// the server answers is up to each test.
import { vi } from 'vitest';
import type { OpenView, SceneView, Seen, Told } from '../../../../src/bots/web/view-types.ts';

export const ADDRESS = '/b/AAAAAAAAAAAAAAAAAAAAAA';

/** Of what the page sends, what tests look into; each request holds some of it. */
export interface Body {
  readonly type: string;
  readonly id: string;
  readonly form: string;
  readonly scene: string;
  readonly values: Readonly<Record<string, string>>;
  readonly sources: readonly string[];
  readonly files: readonly { readonly source: string; readonly name: string }[];
}

export interface Asked {
  readonly path: string;
  readonly body: Body;
}

/** Words kept by the browser, and how often the page was opened anew. */
export function pretendBrowser() {
  const kept = new Map<string, string>();
  const reload = vi.fn();
  const document = Object.assign(new EventTarget(), { documentElement: { lang: 'en' }, visibilityState: 'visible' });
  const window = new EventTarget();
  vi.stubGlobal('document', document);
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('location', { pathname: ADDRESS, reload });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  return { kept, reload, document, window };
}

/** Answers every `fetch`; `undefined` is a server that is not reached. */
export function pretendServer(answer: (asked: Asked) => Promise<Response | undefined> | Response | undefined) {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (url: string, init?: { body?: string }): Promise<Response> => {
    const one = { path: url.split('?')[0] ?? '', body: init?.body === undefined ? undefined : JSON.parse(init.body) };
    asked.push(one);
    const response = await answer(one);
    if (!response) throw new TypeError('fetch failed');
    return response;
  });
  return asked;
}

export const refusal = (status: number, text: string): Response => Response.json({ text }, { status });

let moment = 0;
export const openView = (given: Partial<OpenView> = {}): OpenView => ({
  state: 'open',
  heading: '',
  title: '',
  step: 'add',
  next: '',
  places: [],
  making: false,
  stage: 'none',
  request: 1,
  scenes: [],
  awaited: [],
  removed: [],
  about: { id: 'book', title: '', fields: [], submit: '', danger: false },
  room: 20,
  largest: 1000,
  notices: [],
  ...given,
});
export const seen = (view: OpenView): Seen => {
  moment += 1;
  return { at: moment, view };
};
export const told = (view = openView(), answers: Told['answers'] = []): Told => ({ ...seen(view), answers });

export const coming = (source: string, index: number): SceneView => ({
  scene: `s${index + 1}`,
  number: index + 1,
  state: 'coming',
  source,
  alt: '',
  missing: [],
  looking: false,
  forms: [],
});
