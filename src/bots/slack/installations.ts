// The workspaces that the bot was installed in, with their tokens: what Bolt's OAuth flow keeps, over a store of ours.
import type { Store } from '../../store.ts';

/** As far as this program reads what Slack gives at an installation; all of it is kept. */
export interface Installed {
  readonly team?: { readonly id?: string } | undefined;
  readonly enterprise?: { readonly id?: string } | undefined;
  readonly isEnterpriseInstall?: boolean | undefined;
  readonly bot?: { readonly token: string; readonly id: string; readonly userId: string } | undefined;
}

export interface Where {
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
  readonly isEnterpriseInstall?: boolean | undefined;
}

export interface Installations<I extends Installed> {
  storeInstallation(installation: I): Promise<void>;
  /** @throws Error when the bot is not installed there, as Bolt expects it. */
  fetchInstallation(where: Where): Promise<I>;
  deleteInstallation(where: Where): Promise<void>;
}

const nameOf = ({ teamId, enterpriseId, isEnterpriseInstall }: Where): string =>
  isEnterpriseInstall && enterpriseId !== undefined ? `org:${enterpriseId}` : `team:${teamId ?? ''}`;

/**
 * A workspace may have the bot through its organisation. Which organisation a thread's workspace belongs to is not part
 * of the thread's name; where the bot knows one alone, it is that one.
 */
async function ofOrganisation<I>(store: Store<I>, enterprise: string | undefined): Promise<I | undefined> {
  if (enterprise !== undefined) return store.get(`org:${enterprise}`);
  const names: string[] = [];
  for await (const name of store.keys()) if (name.startsWith('org:')) names.push(name);
  const [only, ...others] = names;
  return only !== undefined && others.length === 0 ? store.get(only) : undefined;
}

export function createInstallations<I extends Installed>(store: Store<I>): Installations<I> {
  return {
    async storeInstallation(installation) {
      const { team, enterprise, isEnterpriseInstall } = installation;
      const where = { teamId: team?.id, enterpriseId: enterprise?.id, isEnterpriseInstall };
      // What Bolt hands over holds `undefined`, which JSON does not.
      await store.set(nameOf(where), JSON.parse(JSON.stringify(installation)));
    },
    async fetchInstallation(where) {
      const found = (await store.get(nameOf(where))) ?? (await ofOrganisation(store, where.enterpriseId));
      if (!found) throw new Error('the bot is not installed in this workspace');
      return found;
    },
    deleteInstallation: async (where) => void (await store.delete(nameOf(where))),
  };
}
