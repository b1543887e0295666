// The HTTP side: serves files, has everything else answered, and keeps a record of what was asked.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isFields } from './check.ts';
import { type Answer, createDispatch, pathOf } from './dispatch.ts';
import { Fault } from './faults.ts';
import { serveFile } from './files.ts';
import { LineCut, type Troubles } from './troubles.ts';
import type { World } from './world.ts';

interface Exchange {
  readonly world: World;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
}

function note({ world, request, url }: Exchange, status: number, body?: unknown): void {
  const code = isFields(body) && typeof body['code'] === 'number' ? { code: body['code'] } : {};
  world.requests.push({ method: request.method ?? '', path: pathOf(url), status, ...code, at: world.clock.now() });
}

function send({ response }: Exchange, { status, json, headers }: Answer): void {
  const body = json === undefined ? '' : JSON.stringify(json);
  response.writeHead(status, { ...(body === '' ? {} : { 'content-type': 'application/json' }), ...headers }).end(body);
}

/** A line that breaks after the work was done breaks in the middle of the bytes. */
async function sendFile(exchange: Exchange, troubles: Troubles): Promise<void> {
  const { world, request, response, url } = exchange;
  const after = await troubles.before(request.method ?? 'GET', pathOf(url));
  const { status, bytes, contentType } = serveFile(world, url);
  response.writeHead(status, { 'content-type': contentType, 'content-length': bytes.byteLength });
  try {
    after();
  } catch (cut) {
    await new Promise((resolve) => response.write(bytes.subarray(0, bytes.byteLength / 2), resolve));
    throw cut;
  }
  note(exchange, status);
  response.end(bytes);
}

function fail(exchange: Exchange, error: unknown): void {
  if (error instanceof LineCut) {
    note(exchange, 0);
    exchange.request.socket.destroy();
    return;
  }
  if (exchange.request.destroyed && !exchange.request.complete) {
    // Whoever asked died in the middle of it: nobody is there to be answered.
    note(exchange, 0);
    return;
  }
  const { status, body, headers } = error instanceof Fault ? error : crashed(exchange.world, error);
  note(exchange, status, body);
  send(exchange, { status, json: body, headers });
}

/** A fault of the fake itself: kept to be said aloud, so that no test takes it for Discord's behaviour. */
function crashed(world: World, error: unknown): Fault {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  world.crashes.push(text);
  return new Fault(500, { message: `The fake broke: ${text}`, code: 0 });
}

export function createRest(world: World, troubles: Troubles): Server {
  const dispatch = createDispatch(world, troubles);
  const serve = async (exchange: Exchange): Promise<void> => {
    try {
      if (/^\/(ephemeral-)?attachments\//.test(exchange.url.pathname)) await sendFile(exchange, troubles);
      else {
        const answer = await dispatch(exchange.request, exchange.url);
        note(exchange, answer.status);
        send(exchange, answer);
      }
    } catch (error) {
      fail(exchange, error);
    } finally {
      world.changed();
    }
  };
  return createServer((request, response) => {
    void serve({ world, request, response, url: new URL(request.url ?? '/', world.origin.url) });
  });
}
