// Envelopes of Socket Mode: each waits a while for its acknowledgement, or until its connection breaks.
import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { type Fields, fieldsOf, textOf } from '../json.ts';
import type { World } from '../world.ts';
import type { Parcel, Reply } from './parcel.ts';

export interface Envelopes {
  readonly send: (socket: WebSocket, parcel: Parcel) => Promise<Reply>;
  /** Takes what a client says: acknowledgements and nothing else. */
  readonly take: (data: string) => void;
  /** The connection is gone, and with it what was to come over it. */
  readonly abandon: (socket: WebSocket) => void;
}

function envelopeOf(id: string, { type, payload, retry }: Parcel): string {
  const answers = type === 'slash_commands' || payload['type'] === 'view_submission';
  const again = type === 'events_api' && { retry_attempt: retry?.number ?? 0, retry_reason: retry?.reason ?? '' };
  return JSON.stringify({ envelope_id: id, payload, type, accepts_response_payload: answers, ...again });
}

const nameOf = ({ type, command, event }: Fields): string => String(command ?? fieldsOf(event)['type'] ?? type);

export function createEnvelopes(world: World): Envelopes {
  const waiting = new Map<string, { readonly socket: WebSocket; readonly settle: (reply: Reply) => void }>();
  const late = new Map<string, { readonly payload: Fields; readonly since: number }>();
  const fault = (sentence: string): void => {
    world.faults.push(sentence);
    world.changed();
  };
  return {
    send: (socket, parcel) =>
      new Promise((resolve) => {
        const id = randomUUID();
        const since = performance.now();
        const settle = (reply: Reply): void => {
          waiting.delete(id);
          cancel();
          resolve(reply);
        };
        const cancel = world.clock.after(world.answerWithin, () => {
          late.set(id, { payload: parcel.payload, since });
          settle({ type: 'failed', reason: 'http_timeout' });
        });
        waiting.set(id, { settle, socket });
        socket.send(envelopeOf(id, parcel));
      }),
    take: (data) => {
      const message = fieldsOf(JSON.parse(data));
      const id = textOf(message['envelope_id']) ?? '';
      const missed = late.get(id);
      const took = Math.round(performance.now() - (missed?.since ?? 0));
      if (waiting.has(id)) waiting.get(id)?.settle({ type: 'acknowledged', body: message['payload'] });
      else if (missed) fault(`acknowledged too late, after ${took} ms: ${nameOf(missed.payload)}`);
      else fault(`an acknowledgement that nothing waited for: ${data.slice(0, 200)}`);
    },
    abandon: (socket) => {
      for (const { settle, socket: over } of [...waiting.values()])
        if (over === socket) settle({ type: 'failed', reason: 'connection_failed' });
    },
  };
}
