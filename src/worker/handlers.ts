// What is done for each kind of job: pictures and books come by reference and are read from the blobs, the engines do
// the work, and what is made goes back into the blobs. Which blobs and which engines is left to the door.
import type { JobHandlers } from '../jobs.ts';
import { bindingHandlers } from './handlers/binding.ts';
import { pictureHandlers } from './handlers/pictures.ts';
import { printingHandlers } from './handlers/printing.ts';
import { wordHandlers } from './handlers/words.ts';
import type { Tools } from './tools.ts';

export const createHandlers = (tools: Tools): JobHandlers => ({
  ...pictureHandlers(tools),
  ...wordHandlers(tools),
  ...printingHandlers(tools),
  ...bindingHandlers(tools),
});
