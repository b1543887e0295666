// Pictures coming in, and everything of a book that is bytes.

import { readJson } from './bodies.ts';
import type { Desk } from './desk.ts';
import { isSource, readAnnounced } from './incoming.ts';
import { fileOr, type Route } from './routes.ts';

/** @param at the address of a book, with its name as `thread`. */
export const fileRoutes = (desk: Desk, at: string): readonly Route[] => [
  {
    method: 'post',
    path: `${at}/pictures`,
    async answer({ request, param, visitor, nowhere, unclear }) {
      const announced = readAnnounced(await readJson(request));
      if (!announced) return unclear();
      const told = await desk.announce(param('thread'), announced, visitor);
      return told ? Response.json(told) : nowhere();
    },
  },
  {
    method: 'put',
    path: `${at}/pictures/:source`,
    async answer({ request, param, nowhere, unclear }) {
      const source = param('source');
      if (!isSource(source)) return unclear();
      const { body, headers } = request;
      const isKept = await desk.hand(param('thread'), { source, body, headers });
      return isKept === undefined ? nowhere() : Response.json({ isKept });
    },
  },
  {
    method: 'get',
    path: `${at}/pictures/:scene`,
    async answer(asked) {
      const size = new URL(asked.request.url).searchParams.get('size') ?? '';
      return fileOr(await desk.picture(asked.param('thread'), asked.param('scene'), size), asked);
    },
  },
  {
    method: 'get',
    path: `${at}/leaves/:number{[0-9]{1,3}}`,
    answer: async (asked) =>
      fileOr(await desk.leaf(asked.param('thread'), Number(asked.param('number')), asked.visitor), asked),
  },
  {
    method: 'get',
    path: `${at}/book.pdf`,
    answer: async (asked) => fileOr(await desk.pdf(asked.param('thread'), asked.visitor), asked),
  },
  {
    method: 'get',
    path: `${at}/booklet.pdf`,
    answer: async (asked) => fileOr(await desk.booklet(asked.param('thread'), asked.visitor), asked),
  },
];
