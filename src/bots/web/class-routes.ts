// The addresses of the class: what children may see of it, and what teachers do behind their code. What is done with it
// is the class desk's; how requests come and answers go, the app's.
import { answerNothing } from './answers.ts';
import { readJson } from './bodies.ts';
import type { ClassDesk } from './class-desk.ts';
import { actorFor } from './desk.ts';
import { readClassSaid, readKeys } from './incoming.ts';
import { fileOr, type Route } from './routes.ts';

const KEY = ':book{b[0-9]{1,6}}';
const COUNT = '[0-9]{1,4}';

/** For everybody who is in: the sign of the class on the first page, and what teachers said yes to. */
export const openRoutes = (desk: ClassDesk): readonly Route[] => [
  {
    method: 'get',
    path: '/shelf',
    answer: async ({ visitor }) => Response.json(await desk.sign(visitor)),
  },
  {
    method: 'get',
    path: `/shelf/${KEY}/cover.jpg`,
    answer: async (asked) => fileOr(await desk.cover(asked.param('book')), asked),
  },
  {
    method: 'get',
    path: `/shelf/${KEY}/book.pdf`,
    answer: async (asked) => fileOr(await desk.pdf(asked.param('book')), asked),
  },
];

/** Behind the teachers' code. */
export const teacherRoutes = (desk: ClassDesk): readonly Route[] => [
  {
    method: 'get',
    path: '/class/view',
    answer: async ({ visitor }) => Response.json(await desk.look(visitor)),
  },
  {
    method: 'post',
    path: '/class/say',
    async answer({ request, visitor, unclear }) {
      const event = readClassSaid(await readJson(request), actorFor(visitor), visitor.locale);
      return event ? Response.json(await desk.say(event, visitor)) : unclear();
    },
  },
  {
    method: 'post',
    path: '/class/dismiss',
    async answer({ request, unclear }) {
      const keys = readKeys(await readJson(request));
      if (!keys) return unclear();
      await desk.dismiss(keys);
      return answerNothing();
    },
  },
  ...(['volume', 'booklet'] as const).map(
    (kind): Route => ({
      method: 'get',
      path: `/class/anthologies/:number{${COUNT}}/:file{${kind}-${COUNT}\\.pdf}`,
      async answer(asked) {
        const [, volume = '0'] = /-(\d+)\./.exec(asked.param('file')) ?? [];
        return fileOr(await desk[kind](Number(asked.param('number')), Number(volume), asked.visitor), asked);
      },
    }),
  ),
];
