// What the platform takes from the configuration, and what Discord's own answers say about this application.
import type { Config, DiscordConfig } from '../../config.ts';

/** Where Discord keeps what people post. */
const FILE_HOSTS = ['cdn.discordapp.com', 'media.discordapp.net'] as const;

export interface DiscordOptions extends DiscordConfig {
  /** Hosts that pictures may be fetched from. */
  readonly hosts: readonly string[];
}

/** `undefined` where the configuration does not ask for Discord. */
export const discordOptions = ({ discord, downloadHosts }: Config): DiscordOptions | undefined =>
  discord && { ...discord, hosts: [...FILE_HOSTS, ...downloadHosts] };

/** An application as it says of itself. */
export interface Application {
  readonly id: string;
  readonly flags?: number;
  readonly bot?: { readonly id: string };
}

const MESSAGE_CONTENT = (1 << 18) | (1 << 19);

/** Whether its settings let it see what people write; for small and for large applications. */
export const maySeeMessages = ({ flags = 0 }: Application): boolean => (flags & MESSAGE_CONTENT) !== 0;
