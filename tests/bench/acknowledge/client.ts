// The other side of a chat service: `client.ts PORT COUNT` sends interactions at random moments, as people click, each
// over a kept connection, and prints how many milliseconds each took until it was acknowledged, as a JSON array.
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const MEAN_GAP_MS = 20;

const [port, count] = process.argv.slice(2).map(Number);
const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** Two kilobytes, as an interaction of Discord has. */
const body = (index: number): string =>
  JSON.stringify({
    type: 5,
    id: `${index}`,
    data: { custom_id: 'fields:1', components: [{ value: '별이가 달을 바라봐요. '.repeat(60) }] },
  });

function interact(index: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const begun = performance.now();
  const sent = request({ port, agent, method: 'POST', host: '127.0.0.1' }, (answer) => {
    answer.resume().on('end', () => resolve(performance.now() - begun));
  });
  sent.on('error', reject).end(body(index));
  return promise;
}

const taken: Promise<number>[] = [];
for (let index = 0; index < (count ?? 0); index += 1) {
  await pause(-MEAN_GAP_MS * Math.log(1 - Math.random()));
  taken.push(interact(index));
}
console.log(JSON.stringify(await Promise.all(taken)));
agent.destroy();
