// What the platform takes from the configuration, and what Discord's own answers say about this application.
import type { Config, DiscordConfig } from '../../config.ts';

/** Where Discord keeps what people post. */
const FILE_HOSTS = ['cdn.discordapp.com', 'media.discordapp.net'] as const;

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

const MESSAGE_CONTENT = (1 << 18) | (1 << 19);

/** Whether its settings let it see what people write; for small and for large applications. */
export const maySeeMessages = ({ flags = 0 }: Application): boolean => (flags & MESSAGE_CONTENT) !== 0;
