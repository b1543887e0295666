// A process that writes into a shared store: `store-writer.ts PATH NAME COUNT`. Prints each key once it is acknowledged.
import { writeSync } from 'node:fs';
import { openStores } from '../../src/store.ts';

const [path = '', name = '', count = '0'] = process.argv.slice(2);
const stores = await openStores({ path });
const store = stores.open<number>({ namespace: 'shared' });
for (let index = 0; index < Number(count); index += 1) {
  const key = `${name} ${index}`;
  await store.set(key, index);
  writeSync(1, `${key}\n`);
  if ((await store.get(key)) !== index) process.exitCode = 1;
}
await stores.close();
