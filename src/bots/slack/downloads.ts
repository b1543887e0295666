// The bytes of pictures that people post in Slack: fetched with the bot's token from Slack's own hosts, and recognised
// where Slack answers with a page to sign in. Whether they are a picture is for others to judge.
import { TalesError } from '../../errors.ts';
import { type Download, isAllowedHost } from '../download.ts';
import type { ReadOptions, Upload } from '../types.ts';
import type { Call, Fields } from './calls.ts';
import { SERVICE, slackCode } from './faults.ts';
import type { Posting } from './incoming/pictures.ts';
import { FILE_HOSTS } from './limits.ts';
import type { SlackFile } from './payloads.ts';

export interface DownloadsOptions {
  readonly call: Call;
  readonly tokenOf: (team: string) => Promise<string>;
  readonly download: Download;
  /** Absent: the real service. */
  readonly apiUrl?: string | undefined;
}

/** Makes what the conversation reads a posted picture by. */
export type UploadOf = (team: string, posting: Posting) => Upload;

/** Slack answers with a page, and with status 200, whoever may not read a file. */
function isPage(bytes: Uint8Array, mediaType: string): boolean {
  if (mediaType === 'text/html') return true;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).trimStart().toLowerCase();
  return start.startsWith('<!doctype html') || start.startsWith('<html');
}

/** Another Slack keeps its files beside its API: below the same domain, or, for a test server, at the same port. */
function hostsOfSlack(apiUrl: string | undefined): readonly string[] {
  if (apiUrl === undefined) return FILE_HOSTS;
  const { protocol, host, hostname, port } = new URL(apiUrl);
  if (protocol === 'http:' || port !== '') return [port === '' ? `${host}:80` : host];
  return [host, `*.${hostname}`];
}

/** Hosts that files are fetched from; a test server stands for all of Slack. */
export const fileHosts = (apiUrl: string | undefined, others: readonly string[]): readonly string[] => [
  ...hostsOfSlack(apiUrl),
  ...others,
];

/** The token is shown to Slack alone, not to other hosts that an administrator allows. */
const isSlacks = (url: string, apiUrl: string | undefined): boolean =>
  isAllowedHost(new URL(url), hostsOfSlack(apiUrl));

const NO_FILE: readonly string[] = ['file_not_found', 'file_deleted', 'file_not_visible'];

/** @throws TalesError `picture-not-received` where there is no such file any more. */
export async function fileInfo(call: Call, team: string, file: string): Promise<Fields> {
  try {
    return await call(team, 'files.info', { file });
  } catch (error) {
    if (NO_FILE.includes(slackCode(error) ?? '')) throw new TalesError('picture-not-received', {}, { cause: error });
    throw error;
  }
}

export function createUploads({ call, tokenOf, download, apiUrl }: DownloadsOptions): UploadOf {
  const addressOf = async (team: string, file: SlackFile): Promise<string> => {
    const known = file.file_access === 'check_file_info' ? undefined : (file.url_private_download ?? file.url_private);
    if (known !== undefined) return known;
    const answer = await fileInfo(call, team, file.id);
    const { url_private_download: first, url_private: second } = (answer['file'] ?? {}) as Partial<SlackFile>;
    const address = first ?? second;
    if (address === undefined) throw new TalesError('picture-not-received', {});
    return address;
  };

  const readFile = async (team: string, file: SlackFile, { signal, limit }: ReadOptions): Promise<Uint8Array> => {
    const url = await addressOf(team, file);
    if (!URL.canParse(url)) throw new TalesError('picture-not-received', {});
    const headers = isSlacks(url, apiUrl) ? { Authorization: `Bearer ${await tokenOf(team)}` } : {};
    const { bytes, mediaType } = await download(url, { limit, signal, headers });
    // Somebody may have posted a page as it is; what that is, is said when it is checked.
    if (file.mimetype !== 'text/html' && isPage(bytes, mediaType))
      throw new TalesError('service-permission', { service: SERVICE, missing: ['files:read'] });
    return bytes;
  };

  return (team, { file, picture }) => ({
    source: picture.source,
    ...(file.size !== undefined && { size: file.size }),
    ...(file.mimetype && { mediaType: file.mimetype }),
    read: (options) => readFile(team, file, options),
  });
}
