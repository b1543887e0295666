// A process that has pages of a data set told and kills itself as soon as it was told of so many: `evaluator.ts DATA OUT PAGES`.
import { evaluate } from '../../src/pipeline/evaluation/evaluate.ts';
import { requestFor } from '../pipeline/evaluation/data.ts';

const [data = '', out = '', pages = ''] = process.argv.slice(2);
await evaluate(requestFor(data, out), {
  onDone: (done) => {
    if (done === Number(pages)) process.kill(process.pid, 'SIGKILL');
  },
});
