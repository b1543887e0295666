// A visitor of the local page without a browser: sends what the page's own script sends, or what nobody should.
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { OpenView, Told } from '../../../src/bots/web/view-types.ts';

export const OWN = { 'x-talesrunner': '1', 'content-type': 'application/json' };

export interface Visitor {
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>;
  readonly begin: (title?: string) => Promise<string>;
  readonly view: (book: string) => Promise<OpenView>;
  readonly announce: (
    book: string,
    files: readonly File[],
  ) => Promise<{ readonly told: Told; readonly sources: readonly string[] }>;
  readonly put: (
    book: string,
    source: string,
    bytes: Uint8Array<ArrayBuffer>,
    headers?: Record<string, string>,
  ) => Promise<Response>;
}

export interface File {
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

export function createVisitor(address: string): Visitor {
  const visit: Visitor['fetch'] = (path, init) => fetch(`${address}${path}`, { redirect: 'manual', ...init });
  const post: Visitor['post'] = (path, body, headers = OWN) =>
    visit(path, { method: 'POST', headers, body: JSON.stringify(body) });
  return {
    fetch: visit,
    post,
    async begin(title = '') {
      const response = await post('/books', { id: randomUUID(), title, locale: 'ko' });
      const { address: book } = (await response.json()) as { address: string };
      return book;
    },
    async view(book) {
      const { view } = (await (await visit(`${book}/view`)).json()) as Told;
      if (view.state !== 'open') throw new Error('the book is deleted');
      return view;
    },
    async announce(book, files) {
      const told = files.map((file) => ({ ...file, source: randomUUID() }));
      const response = await post(`${book}/pictures`, { id: randomUUID(), files: told });
      return { told: (await response.json()) as Told, sources: told.map(({ source }) => source) };
    },
    put: (book, source, body, headers = OWN) => visit(`${book}/pictures/${source}`, { method: 'PUT', headers, body }),
  };
}

/** A request whose head is written by hand, as `fetch` would not write it. */
export function rawRequest(
  address: string,
  path: string,
  headers: Record<string, string>,
): Promise<{ readonly status: number | undefined; readonly body: string }> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode, body }));
    });
    sent.on('error', reject).end();
  });
}
