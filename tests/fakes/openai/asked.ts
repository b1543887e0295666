// A chat request as whoever scripts the answers wants to see it. Pure.
import type { ChatBody } from './strict.ts';

/** A question as an answer needs it. */
export interface Asked {
  /** Counted from 1. */
  readonly number: number;
  readonly model: string;
  /** The name of the wanted shape, where one was sent. */
  readonly name?: string;
  readonly system: string;
  /** What the first message of the user holds under `material`. */
  readonly material: unknown;
  /** Data URLs. */
  readonly pictures: readonly string[];
  /** What was wrong with the last answer, where this is a repair. */
  readonly faults?: readonly string[];
  readonly chat: ChatBody;
}

export function askedOf(chat: ChatBody, number: number): Asked {
  const users = chat.messages.filter(({ role }) => role === 'user').map(({ content }) => content);
  const textOf = (content: ChatBody['messages'][number]['content'] = ''): string =>
    typeof content === 'string' ? content : content.flatMap((one) => (one.type === 'text' ? one.text : [])).join('');
  const data = (index: number): Readonly<Record<string, unknown>> => JSON.parse(textOf(users[index]));
  const [first] = users;
  const pictures = Array.isArray(first)
    ? first.flatMap((one) => (one.type === 'image_url' ? one.image_url.url : []))
    : [];
  const format = chat.response_format;
  return {
    number,
    model: chat.model,
    ...(format?.type === 'json_schema' && { name: format.json_schema.name }),
    system: textOf(chat.messages.find(({ role }) => role === 'system')?.content),
    material: data(0)['material'],
    pictures,
    ...(users.length > 1 && { faults: data(1)['faults_of_your_answer'] as readonly string[] }),
    chat,
  };
}
