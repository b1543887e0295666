// The translator `t5`: English into Korean by a local checkpoint folder, all texts in one batch.
import { throwIfCancelled } from '../../errors.ts';
import type { Passage } from '../../story.ts';
import { createGenerator, type Generator } from '../generation/generate.ts';
import type { GenerationOptions } from '../generation/types.ts';
import { lazily } from '../lazily.ts';
import type { LoadOptions } from '../onnx/load.ts';
import { loadT5, type T5Input } from '../onnx/t5.ts';
import { loadTokenizer, type Tokenizer } from '../tokenizer/load.ts';
import type { Translator } from '../types.ts';

export interface T5TranslatorOptions {
  readonly folder: string;
  /** How the model is loaded. */
  readonly load?: LoadOptions;
  /** What the checkpoint was trained to see before the text; set off by a space. Empty for none. */
  readonly prefix: string;
}

/** Captions are short; T5 was trained on up to 512 ids. */
const MOST_IDS = 512;
const SETTINGS: GenerationOptions = { numBeams: 4, maxLength: 128, earlyStopping: true };

interface Engine {
  readonly tokenizer: Tokenizer;
  readonly generator: Generator<T5Input>;
}

function inputOf(text: string, tokenizer: Tokenizer): T5Input {
  const ids = tokenizer.encode(text);
  const cut = ids.length <= MOST_IDS ? ids : [...ids.slice(0, MOST_IDS - 1), ...ids.slice(-1)];
  return { inputIds: Int32Array.from(cut), attentionMask: new Uint8Array(cut.length).fill(1) };
}

export function createT5Translator({ folder, prefix, load }: T5TranslatorOptions): Translator {
  const engine = lazily(async (): Promise<Engine> => {
    const tokenizer = await loadTokenizer(folder);
    return { tokenizer, generator: createGenerator(await loadT5(folder, load)) };
  });
  const lead = prefix === '' ? '' : `${prefix.trimEnd()} `;
  const isOurs = ({ locale, text }: Passage): boolean => locale === 'en' && text.trim() !== '';
  return {
    name: 't5',
    async translate(passages, to, { signal } = {}) {
      throwIfCancelled(signal);
      const asked = to === 'ko' ? passages.filter(isOurs) : [];
      if (asked.length === 0) return passages.map((passage) => untranslated(passage, to));
      const { tokenizer, generator } = await engine();
      const inputs = asked.map(({ text }) => inputOf(lead + text.trim(), tokenizer));
      const sequences = await generator.generate(inputs, SETTINGS, signal ? { signal } : {});
      return passages.map((passage) => {
        const text = tokenizer.decode(sequences[asked.indexOf(passage)]?.tokenIds ?? []).trim();
        if (text === '') return untranslated(passage, to);
        return { text, locale: 'ko', source: { kind: 'model', engine: enginesOf(passage) } };
      });
    },
  };
}

/** The book names all that had a hand in a text. */
const enginesOf = ({ source }: Passage): string => (source.kind === 'model' ? `${source.engine} + t5` : 't5');

/** A text of the wanted language is none that lacks a translation. */
const untranslated = (passage: Passage, to: Passage['locale']): Passage =>
  passage.locale === to ? passage : { ...passage, note: { code: 'untranslated', locale: passage.locale } };
