// What an address of the local page is, whatever server carries it: how it is asked for, and what answers.
import { answerFile } from './answers.ts';
import type { BookFile, Visitor } from './desk.ts';

export interface Asked {
  readonly request: Request;
  readonly visitor: Visitor;
  /** Of the path. */
  readonly param: (name: string) => string;
  /** There is no such thing here. */
  readonly nowhere: () => Response;
  /** Our page never sends such a thing. */
  readonly unclear: () => Response;
}

export interface Route {
  readonly method: 'get' | 'post' | 'put';
  readonly path: string;
  readonly answer: (asked: Asked) => Promise<Response>;
}

/** To be looked at, or to be kept where that is asked for. */
export function fileOr(file: BookFile | undefined, { nowhere, request }: Asked): Response {
  if (!file) return nowhere();
  return answerFile(file, new URL(request.url).searchParams.has('save') ? 'attachment' : 'inline');
}
