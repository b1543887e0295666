// What the platform takes from the configuration, and what Discord's own answers say about this application.
import type { Config, DiscordConfig } from '../../config.ts';

/** Where Discord keeps what people post. */
export const FILE_HOSTS = ['cdn.discordapp.com', 'media.discordapp.net'] as const;

export interface DiscordOptions extends DiscordConfig {
  /** Hosts that pictures may be fetched from. */
  readonly hosts: readonly string[];
  /** How long what belongs to a book is remembered, in milliseconds. */
  readonly keptFor: number;
}

const DAY = 24 * 60 * 60 * 1000;

/** `undefined` where the configuration does not ask for Discord. */
export const discordOptions = ({ discord, downloadHosts, retentionDays }: Config): DiscordOptions | undefined =>
  discord && {
    ...discord,
    hosts: [...FILE_HOSTS, ...downloadHosts],
    // A book's own time begins anew with every change; what belongs to it must not go before it.
    keptFor: Math.ceil(retentionDays * 2 * DAY),
  };

/** An application as it says of itself. */
export interface Application {
  readonly id: string;
  readonly flags?: number;
  readonly bot?: { readonly id: string };
}

/** Flags of an application for what Discord lets it see only when its settings say so; for large and small ones. */
export const PRIVILEGED = {
  presence: (1 << 12) | (1 << 13),
  members: (1 << 14) | (1 << 15),
  messages: (1 << 18) | (1 << 19),
} as const;

export const maySee = ({ flags = 0 }: Application, what: keyof typeof PRIVILEGED): boolean =>
  (flags & PRIVILEGED[what]) !== 0;

/** Whether its settings let it see what people write. */
export const maySeeMessages = (application: Application): boolean => maySee(application, 'messages');
