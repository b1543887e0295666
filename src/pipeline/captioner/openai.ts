// The captioner `openai`: one plain sentence for each picture, in the book's language, by a model that sees.
import { z } from 'zod';
import { throwIfCancelled } from '../../errors.ts';
import { type Locale, type Passage, TEXT_LIMITS } from '../../story.ts';
import { shrinkPicture } from '../image/shrink.ts';
import { isIn, LANGUAGE } from '../llm/languages.ts';
import type { LanguageModel } from '../llm/types.ts';
import type { CallOptions, Captioner } from '../types.ts';

export interface OpenAiCaptionerOptions {
  /** The model that sees, as the book's notice names it. */
  readonly engine: string;
}

/** Tokens; enough for models that think before they say one sentence. */
const LONGEST = 4000;
/** The same picture is described alike where the service can. */
const SETTINGS = { temperature: 0.2, seed: 1, longest: LONGEST } as const;

const STYLE: Readonly<Record<Locale, string>> = {
  ko: 'Write Korean in the plain written style that ends in "-다", as in "세 아이가 꽃밭에 씨앗을 심고 있다."',
  en: 'Write English in the present tense, as in "Three children are planting seeds in a flower bed."',
};

const taskIn = (locale: Locale): string =>
  `You describe a picture for a children's picture book: a drawing by a child, or a photograph.
Say in one plain ${LANGUAGE[locale]} sentence of at most 100 characters what is seen: who or what, what they do, and where.
Say only what can clearly be seen. Make up no names and no feelings that are not drawn, and judge neither the picture nor the people in it. Do not mention that it is a picture. Do not repeat writing that is in the picture.
${STYLE[locale]}
If nothing can be made out, the sentence is null.`;

const answer = z.object({ sentence: z.string().nullable() });

const PREAMBLES: Readonly<Record<Locale, RegExp>> = {
  ko: /^(이|그|본|해당)?\s*(그림|사진|이미지|삽화)\s*(은|는|속|에서|에는|에)(\s|는|에)/u,
  en: /^(this|the|an?)\s+(\w+\s+)?(image|picture|drawing|photo|photograph|illustration)\s+(shows?|depicts?|of|is|features?|contains?|captures?)\b/i,
};
const SENTENCE_ENDS = /[.!?。…]+["'”’」)]*(?=\s|$)/gu;

/** What keeps a sentence from being a caption, for the model to read. */
export function captionFaults(sentence: string, locale: Locale): readonly string[] {
  const said = sentence.trim();
  const ends = said.match(SENTENCE_ENDS)?.length ?? 0;
  const isOne = !said.includes('\n') && (ends === 0 || (ends === 1 && /[.!?。…]["'”’」)]*$/u.test(said)));
  return [
    ...(isIn(locale, said) ? [] : [`It is not in ${LANGUAGE[locale]}.`]),
    ...(isOne ? [] : ['It is more than one sentence.']),
    ...(PREAMBLES[locale].test(said) ? ['It begins by saying that it is a picture. Begin with what is seen.'] : []),
    ...(said.length > TEXT_LIMITS.caption ? ['It is too long.'] : []),
  ];
}

async function describePicture(
  model: LanguageModel,
  bytes: Uint8Array,
  { locale, ...call }: CallOptions & { readonly locale: Locale },
): Promise<string | undefined> {
  const { sentence } = await model.ask(
    {
      name: 'caption',
      task: taskIn(locale),
      material: {},
      pictures: [{ bytes, mediaType: 'image/jpeg' }],
      answer,
      faults: ({ sentence: said }) => (said?.trim() ? captionFaults(said, locale) : []),
      ...SETTINGS,
    },
    call,
  );
  return sentence?.trim() || undefined;
}

export function createOpenAiCaptioner(model: LanguageModel, { engine }: OpenAiCaptionerOptions): Captioner {
  return {
    name: 'openai',
    async caption(pictures, { locale = 'ko', signal, onPicture, onUsage } = {}) {
      const shown: Uint8Array[] = [];
      // One after the other: a decoded photograph takes more memory than all that is sent.
      for (const { bytes } of pictures) {
        throwIfCancelled(signal);
        shown.push(await shrinkPicture(bytes));
      }
      // When one cannot be described, nobody is asked, or pays, for the others.
      const stop = new AbortController();
      const call = {
        locale,
        signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal,
        ...(onUsage && { onUsage }),
      };
      const describe = async (bytes: Uint8Array, index: number): Promise<Passage | undefined> => {
        const text = await describePicture(model, bytes, call);
        onPicture?.(index);
        return text === undefined ? undefined : { text, locale, source: { kind: 'model', engine } };
      };
      return await Promise.all(shown.map(describe)).finally(() => stop.abort());
    },
  };
}
