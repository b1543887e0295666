// Steps of workflows, and consent to an installation in a browser: what is done around the app rather than in a conversation.
import { randomUUID } from 'node:crypto';
import type { Fields } from '../json.ts';
import { type Execution, installedIn, type World } from '../world.ts';

/** Has a workflow run a step of the app; the result is the id to look its end up by. */
export function runStep(world: World, team: string, callback: string, inputs: Fields): string {
  const installation = installedIn(world, team);
  if (!installation) throw new Error(`the app is not in ${team}`);
  const id = world.id('Fx');
  const token = `xwfp-${randomUUID()}`;
  world.installations.set(token, { ...installation, token });
  world.executions.set(id, { id, team, callback, state: 'running' } satisfies Execution);
  world.announce(team, {
    type: 'function_executed',
    function: { id: world.id('Fn'), callback_id: callback, title: callback, type: 'app', app_id: 'A0FAKE' },
    inputs,
    function_execution_id: id,
    workflow_execution_id: world.id('Wx'),
    event_ts: world.timestamp(),
    bot_access_token: token,
  });
  return id;
}

export interface Installed {
  readonly status: number;
  readonly body: string;
}

/** Goes through the pages of an installation in the browser of one person, cookies kept by host. */
export async function installAs(user: string, start: string): Promise<Installed> {
  const cookies = new Map<string, string>();
  let next: string | undefined = start;
  for (let step = 0; next !== undefined && step < 10; step += 1) {
    const url: URL = new URL(next);
    const jar = [`slack_user=${user}`, cookies.get(url.host)].filter((cookie) => cookie !== undefined).join('; ');
    const response: Response = await fetch(url, { redirect: 'manual', headers: { cookie: jar } });
    const set = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    if (set.length > 0) cookies.set(url.host, set.join('; '));
    const body = await response.text();
    const location: string | null = response.headers.get('location');
    // The page of the app has a button that leads to the page of consent.
    const button = /href="([^"]+\/oauth\/v2\/authorize[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
    next = location === null ? button : new URL(location, url).href;
    if (next === undefined) return { status: response.status, body };
  }
  throw new Error(`the installation led nowhere, last to ${next}`);
}
