// What a chat completion says, whole or in pieces, of OpenAI's own and of servers that leave out half of it. Pure.
import { z } from 'zod';
import type { Usage } from '../../jobs.ts';

export interface Completion {
  readonly text: string;
  /** The model's own words for not answering. */
  readonly refusal?: string;
  /** `stop`, `length`, `content_filter` and others; absent where the server does not say. */
  readonly finish?: string;
  readonly usage: Usage;
}

const text = z.string().nullish();
const words = z.object({ content: text, refusal: text });
const count = z.number().int().nonnegative().catch(0);
const usage = z.object({ prompt_tokens: count, completion_tokens: count }).nullish().catch(undefined);
export const wholeShape = z.object({
  choices: z.array(z.object({ message: words, finish_reason: text })),
  usage,
});
export const pieceShape = z.object({
  choices: z.array(z.object({ delta: words.nullish(), finish_reason: text })).nullish(),
  usage,
});
type Piece = z.infer<typeof pieceShape>;

/** The call itself counts even where its tokens do not. */
const usageOf = (given: Piece['usage']): Usage => ({
  calls: 1,
  input: given?.prompt_tokens ?? 0,
  output: given?.completion_tokens ?? 0,
});

interface Parts {
  readonly text?: string;
  readonly refusal?: string;
  readonly finish?: string | null | undefined;
  readonly usage?: Piece['usage'];
}

const completionOf = ({ text = '', refusal, finish, usage }: Parts): Completion => ({
  text,
  ...(refusal && { refusal }),
  ...(finish && { finish }),
  usage: usageOf(usage),
});

export function ofWhole({ choices: [choice], usage }: z.infer<typeof wholeShape>): Completion {
  const { content, refusal } = choice?.message ?? {};
  return completionOf({
    text: content ?? '',
    finish: choice?.finish_reason,
    usage,
    ...(refusal && { refusal }),
  });
}

/** The pieces of a stream so far. */
export function gathering() {
  let text = '';
  let refusal = '';
  let finish: string | undefined;
  let usage: Piece['usage'];
  return {
    add({ choices, usage: used }: Piece): void {
      const choice = choices?.[0];
      text += choice?.delta?.content ?? '';
      refusal += choice?.delta?.refusal ?? '';
      finish = choice?.finish_reason ?? finish;
      usage = used ?? usage;
    },
    gathered: (): Completion => completionOf({ text, refusal, finish, usage }),
  };
}
