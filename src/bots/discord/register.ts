// Tells Discord of the commands: once, and again when they have changed.
import type { Stores } from '../../store.ts';
import { contentHash } from '../conversation/content-hash.ts';
import { COMMANDS } from './commands.ts';
import type { Ask } from './connection.ts';

/** @param application id. */
export async function register(ask: Ask, stores: Pick<Stores, 'open'>, application: string): Promise<void> {
  const store = stores.open<string>({ namespace: 'discord-commands' });
  const hash = contentHash(COMMANDS);
  if ((await store.get(application)) === hash) return;
  await ask('PUT', `/applications/${application}/commands`, { body: COMMANDS });
  await store.set(application, hash);
}
