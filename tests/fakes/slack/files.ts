// Files: their public shape, who may see one, where its bytes are, and what of them may stand in an image block.
import { type Fields, textOf } from './json.ts';
import type { Installation, Share, StoredFile, World } from './world.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
  pdf: 'application/pdf',
  txt: 'text/plain',
  mp4: 'video/mp4',
  zip: 'application/zip',
};

export const extensionOf = (name: string): string => (/\.(\w+)$/.exec(name)?.[1] ?? '').toLowerCase();
export const mediaTypeOf = (name: string): string => MEDIA_TYPES[extensionOf(name)] ?? 'application/octet-stream';

const DRAWN = ['png', 'jpg', 'jpeg', 'gif'];

/** The extension by which Slack knows a type. */
const fileTypeOf = ({ name, mimetype }: StoredFile): string =>
  Object.keys(MEDIA_TYPES).find((extension) => MEDIA_TYPES[extension] === mimetype) ?? extensionOf(name);

export const privateAddress = (world: World, file: StoredFile): string =>
  file.address ?? `${world.origin}/files-pri/${file.team}-${file.id}/${encodeURIComponent(file.name.toLowerCase())}`;

const shareFields = (world: World, shares: readonly Share[]): Fields => {
  const grouped: Record<'public' | 'private', Record<string, Fields[]>> = { public: {}, private: {} };
  for (const { channel, ts, threadTs } of shares) {
    const found = world.channels.get(channel);
    const group = grouped[found?.isPrivate ? 'private' : 'public'];
    const entry = { ts, channel_name: found?.name, team_id: found?.team, ...(threadTs && { thread_ts: threadTs }) };
    group[channel] = [...(group[channel] ?? []), entry];
  }
  return Object.fromEntries(Object.entries(grouped).filter(([, group]) => Object.keys(group).length > 0));
};

/** A file object as events and `files.info` have it. */
export function fileObject(world: World, file: StoredFile): Fields {
  const address = privateAddress(world, file);
  const type = fileTypeOf(file);
  const isPublic = file.shares.some(({ channel }) => !world.channels.get(channel)?.isPrivate);
  return {
    id: file.id,
    created: Math.floor(file.created / 1000),
    timestamp: Math.floor(file.created / 1000),
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: type,
    pretty_type: type.toUpperCase(),
    user: file.user,
    user_team: file.team,
    editable: false,
    size: file.bytes.length,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: isPublic,
    public_url_shared: false,
    display_as_bot: false,
    url_private: address,
    url_private_download: file.address ?? address.replace(/[^/]*$/, 'download/$&'),
    ...(DRAWN.includes(type) && { thumb_360: `${address}?thumb=360`, thumb_1024: `${address}?thumb=1024` }),
    ...(file.altText !== undefined && { alt_txt: file.altText }),
    permalink: `${world.origin}/files/${file.user}/${file.id}/${encodeURIComponent(file.name.toLowerCase())}`,
    has_rich_preview: false,
    file_access: 'visible',
    shares: shareFields(world, file.shares),
    channels: file.shares.map(({ channel }) => channel).filter((id) => !world.channels.get(id)?.isPrivate),
    groups: file.shares.map(({ channel }) => channel).filter((id) => world.channels.get(id)?.isPrivate),
    ims: [],
  };
}

/** What comes instead where the app is to ask `files.info` itself. */
export const fileStub = (file: StoredFile): Fields => ({
  id: file.id,
  created: Math.floor(file.created / 1000),
  timestamp: Math.floor(file.created / 1000),
  mode: 'file_access',
  file_access: 'check_file_info',
  user: file.user,
});

/** A bot sees its own files, those given to it in a modal, and those shared where it can read. */
export const mayRead = (world: World, { team, botUser }: Installation, file: StoredFile): boolean =>
  file.team === team &&
  (file.user === botUser ||
    file.fromModal === true ||
    file.shares.some(({ channel }) => {
      const found = world.channels.get(channel);
      return found !== undefined && (!found.isPrivate || found.members.has(botUser));
    }));

/** What Slack says of a `slack_file` in a block. */
export const fileProblemIn =
  (world: World, installation: Installation) =>
  (named: Fields): string | undefined => {
    const id = textOf(named['id']);
    const url = textOf(named['url']);
    if ((id === undefined) === (url === undefined)) return 'must provide exactly one of id and url';
    const file = [...world.files.values()].find((known) => {
      if (id !== undefined) return known.id === id;
      const { url_private, url_private_download, permalink } = fileObject(world, known);
      return [url_private, url_private_download, permalink].includes(url);
    });
    if (!file || !mayRead(world, installation, file)) return 'invalid slack file';
    return DRAWN.includes(fileTypeOf(file)) ? undefined : 'slack file must be a png, jpg, jpeg or gif';
  };

const LOGIN =
  '<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body>Sign in to your workspace</body></html>';

export interface Served {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

/** The file host: bytes for a token that may read them, and for all others a page to sign in, with status 200. */
export function serveFile(world: World, path: string, token: string | undefined): Served {
  const id = /^\/files-pri\/\w+-(F\w+)\//.exec(path)?.[1];
  const file = id === undefined ? undefined : world.files.get(id);
  const installation = token === undefined || world.revoked.has(token) ? undefined : world.installations.get(token);
  if (!installation?.scopes.includes('files:read') || (file && !mayRead(world, installation, file)))
    return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: LOGIN };
  if (!file) return { status: 404, headers: { 'content-type': 'text/html' }, body: 'file not found' };
  return { status: 200, headers: { 'content-type': file.mimetype }, body: file.bytes };
}
