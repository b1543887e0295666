// Run by `memory.test.ts` in a process of its own: receives every file of a folder, all at once, and prints
// what came of each and the most memory this process ever had.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTalesError } from '../../../src/errors.ts';
import { receivePicture } from '../../../src/pipeline/image/receive.ts';

const [folder = '.', given = '{}'] = process.argv.slice(2);
const limits = JSON.parse(given);
const outcomes = await Promise.all(
  readdirSync(folder).map(async (name) => {
    try {
      const { picture } = await receivePicture(readFileSync(join(folder, name)), { limits });
      return [name, `${picture.width}×${picture.height}`];
    } catch (error) {
      return [name, isTalesError(error) ? error.code : `NOT A TALES ERROR: ${error}`];
    }
  }),
);
console.log(JSON.stringify({ outcomes: Object.fromEntries(outcomes), peak: process.resourceUsage().maxRSS * 1024 }));
