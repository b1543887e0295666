// What the page would still say in a book is forgotten with it: refusals name files.
import type { Forget } from '../forgetting.ts';

export const forgetWeb: Forget = async ({ stores, isKnown }) => {
  const notices = stores.open({ namespace: 'web-notices' });
  for await (const thread of notices.keys()) if (!isKnown(thread)) await notices.delete(thread);
};
