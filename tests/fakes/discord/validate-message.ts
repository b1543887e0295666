// Limits of a message as a whole: text, embeds, what goes with the flag of Components V2 and what does not, attachments.
import {
  anything,
  choice,
  type Fields,
  flag,
  isFields,
  isGiven,
  list,
  listOf,
  numberOr,
  type Path,
  type Problem,
  problem,
  shape,
  snowflake,
  text,
  whole,
} from './check.ts';
import { fault } from './faults.ts';
import { FLAG, type Message } from './model.ts';
import { surviveBytes, validateComponents } from './validate-blocks.ts';

const MEBIBYTE = 1024 * 1024;
export const MOST_REQUEST = 25 * MEBIBYTE;
export const MOST_FILE = 10 * MEBIBYTE;
const MOST_ATTACHMENTS = 10;
const MOST_EMBED_TEXT = 6000;

const embed = shape(
  {},
  {
    title: text(1, 256),
    description: text(1, 4096),
    fields: list(shape({ name: text(1, 256), value: text(1, 1024) }, { inline: flag }), 0, 25),
    footer: shape({ text: text(1, 2048) }),
    author: shape({ name: text(1, 256) }),
    color: whole(0, 0xffffff),
    image: shape({ url: text(1, 2048) }),
    thumbnail: shape({ url: text(1, 2048) }),
  },
);

const allowedMentions = shape(
  {},
  {
    parse: list(choice('users', 'roles', 'everyone'), 0, 3),
    users: list(snowflake, 0, 100),
    roles: list(snowflake, 0, 100),
    replied_user: flag,
  },
  (fields, path) =>
    ['users', 'roles'].flatMap((name) =>
      listOf(fields['parse']).includes(name) && listOf(fields[name]).length > 0
        ? problem(
            path,
            'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
            `parse:["${name}"] and ${name}: [ids...] are mutually exclusive.`,
          )
        : [],
    ),
);

const attachment = shape(
  { id: anything },
  { description: text(0, 1024), filename: text(1, 1024), title: text(0, 1024) },
);

const message = shape(
  {},
  {
    content: text(0, 2000),
    embeds: list(embed, 0, 10),
    allowed_mentions: allowedMentions,
    attachments: list(attachment, 0, Number.POSITIVE_INFINITY),
    flags: whole(0, 2 ** 31 - 1),
    nonce: (value, path) => (Number.isInteger(value) ? [] : text(1, 25)(value, path)),
    enforce_nonce: flag,
    tts: flag,
    sticker_ids: list(snowflake, 0, 3),
  },
);

function embedText(embeds: unknown): number {
  const parts = listOf(embeds)
    .filter(isFields)
    .flatMap((one) => [
      one['title'],
      one['description'],
      ...['footer', 'author'].flatMap((name) => Object.values(isFields(one[name]) ? one[name] : {}).slice(0, 1)),
      ...listOf(one['fields'])
        .filter(isFields)
        .flatMap((field) => [field['name'], field['value']]),
    ]);
  return parts.reduce<number>((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0);
}

const LEGACY = ['content', 'embeds', 'sticker_ids', 'poll', 'shared_client_theme'] as const;

const isFilled = (value: unknown): boolean =>
  isGiven(value) && value !== '' && !(Array.isArray(value) && value.length === 0);

/** With the flag of V2 the old parts of a message may not be there, neither sent along nor left over from before. */
function legacyWithV2(draft: Fields, before: Message | undefined, path: Path): readonly Problem[] {
  return LEGACY.flatMap((name) => {
    const left = before && draft[name] === undefined ? { content: before.content, embeds: before.embeds } : {};
    const value = draft[name] === undefined ? (left as Fields)[name] : draft[name];
    return isFilled(value)
      ? problem(
          [...path, name],
          'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
          `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
        )
      : [];
  });
}

function flagsOf(draft: Fields, before: Message | undefined, path: Path): readonly Problem[] {
  const flags = draft['flags'];
  if (!before || typeof flags !== 'number' || !(before.flags & FLAG.v2) || flags & FLAG.v2) return [];
  return problem([...path, 'flags'], 'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG', 'IS_COMPONENTS_V2 cannot be removed.');
}

export interface MessageCheck {
  readonly draft: Fields;
  /** The message that is edited. */
  readonly before?: Message | undefined;
  readonly files: readonly { readonly size: number }[];
  /** How many attachments it would end up with. */
  readonly attachments: number;
  readonly uploadLimit: number;
  readonly path: Path;
}

export const isV2 = (draft: Fields, before?: Message): boolean =>
  ((numberOr(draft['flags'], 0) | (before?.flags ?? 0)) & FLAG.v2) !== 0;

/** @throws Fault with a code of its own, for what is not told as an invalid form. */
export function validateMessage(check: MessageCheck): readonly Problem[] {
  const { draft, before, path } = check;
  if (check.files.some(({ size }) => size > check.uploadLimit)) throw fault(40005);
  if (check.attachments > MOST_ATTACHMENTS) throw fault(30015);
  const v2 = isV2(draft, before);
  const problems = [...message(draft, path), ...flagsOf(draft, before, path)];
  if (problems.length > 0) return problems;
  const later = [
    ...(v2 ? legacyWithV2(draft, before, path) : []),
    ...(isGiven(draft['components']) ? validateComponents(draft['components'], v2, [...path, 'components']) : []),
    ...(embedText(draft['embeds']) > MOST_EMBED_TEXT
      ? problem([...path, 'embeds'], 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000')
      : []),
  ];
  if (later.length === 0) surviveBytes(draft['components']);
  return later;
}

/** @throws Fault 50006 where nothing would be seen. */
export function demandSomething(shown: {
  readonly content: string;
  readonly embeds: readonly unknown[];
  readonly components: readonly unknown[];
  readonly attachments: readonly unknown[];
  readonly flags: number;
}): void {
  const old = shown.content.trim() !== '' || shown.embeds.length > 0 || shown.attachments.length > 0;
  // Attachments of a V2 message are hidden unless a component shows them.
  if (shown.components.length === 0 && ((shown.flags & FLAG.v2) !== 0 || !old)) throw fault(50006);
}
