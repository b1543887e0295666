// A process that has pages of a data set told until it is killed: `evaluator.ts DATA OUT`. Each page is told of on standard
// output once it is kept.
import { writeSync } from 'node:fs';
import { evaluate } from '../../src/pipeline/evaluation/evaluate.ts';
import { requestFor } from '../pipeline/evaluation/data.ts';

const [data = '', out = ''] = process.argv.slice(2);
await evaluate(requestFor(data, out), { onDone: (done) => void writeSync(1, `${done}\n`) });
