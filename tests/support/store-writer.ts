// A process that writes into a shared store: `store-writer.ts PATH NAME COUNT`.
import { openStores } from '../../src/store.ts';

const [path = '', name = '', count = '0'] = process.argv.slice(2);
const stores = await openStores({ path });
const store = stores.open<number>({ namespace: 'shared' });
for (let index = 0; index < Number(count); index += 1) {
  await store.set(`${name} ${index}`, index);
  if ((await store.get(`${name} ${index}`)) !== index) process.exitCode = 1;
}
await stores.close();
