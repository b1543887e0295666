// Run by `device.test.ts` in a process of its own, since the library that finds graphics cards is looked for at its start:
// generates every 25th recorded case of a model on webgpu and prints what came out.
import { generate } from '../../../src/pipeline/generation/generate.ts';
import type { T5Input } from '../../../src/pipeline/onnx/t5.ts';
import { loadT5 } from '../../../src/pipeline/onnx/t5.ts';
import { goldenFolder, goldenT5 } from '../golden-models.ts';

const { cases, inputs } = goldenT5('t5-bin');
const model = await loadT5(goldenFolder('t5-bin'), { threads: 1, device: 'webgpu' });
const tokenIds: (readonly number[])[] = [];
for (const { input, options } of cases.filter((_, at) => at % 25 === 0))
  for (const sequence of await generate(model, [inputs[input] as T5Input], options)) tokenIds.push(sequence.tokenIds);
console.log(JSON.stringify({ used: model.device.used, tokenIds }));
await model.close();
