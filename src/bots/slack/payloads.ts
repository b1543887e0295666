// What Slack tells, as far as this program reads it: small types of our own, so that reading can be tested with plain data.
// Everything comes from outside, so nearly everything may be absent.

export interface SlackFile {
  readonly id: string;
  readonly name?: string | null;
  readonly mimetype?: string;
  /** In bytes. */
  readonly size?: number;
  readonly url_private?: string;
  readonly url_private_download?: string;
  /** `check_file_info` where only `files.info` says more. */
  readonly file_access?: string;
  /** `tombstone` for one that was deleted. */
  readonly mode?: string;
  readonly permalink?: string;
  readonly shares?: Readonly<Record<'public' | 'private', Readonly<Record<string, readonly Share[]>> | undefined>>;
}

export interface Share {
  readonly ts: string;
  readonly thread_ts?: string;
}

export interface SlackMessage {
  readonly subtype?: string;
  readonly channel?: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly text?: string;
  readonly files?: readonly SlackFile[];
  readonly reply_count?: number;
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: Readonly<Record<string, unknown>> };
}

export interface MessageEvent extends SlackMessage {
  readonly type: 'message' | 'app_mention';
  readonly channel: string;
  /** Of `message_deleted`. */
  readonly previous_message?: SlackMessage;
}

export interface FileDeletedEvent {
  readonly type: 'file_deleted';
  readonly file_id: string;
}

export interface LeavingEvent {
  readonly type: 'app_uninstalled' | 'tokens_revoked';
  readonly tokens?: { readonly bot?: readonly string[] };
}

export type SlackEvent = MessageEvent | FileDeletedEvent | LeavingEvent;

export interface SlackCommand {
  readonly text: string;
  readonly user_id: string;
  readonly channel_id: string;
  readonly trigger_id: string;
  readonly response_url?: string;
}

export interface MessageShortcut {
  readonly user: { readonly id: string };
  readonly channel: { readonly id: string };
  readonly message: SlackMessage;
  readonly trigger_id: string;
}

export interface PressedElement {
  readonly action_id?: string;
  readonly type?: string;
  readonly value?: string;
  readonly selected_option?: { readonly value?: string } | null;
}

export interface BlockActions {
  readonly user: { readonly id: string };
  readonly channel?: { readonly id: string };
  readonly container?: {
    readonly type?: string;
    readonly channel_id?: string;
    readonly message_ts?: string;
    readonly thread_ts?: string;
    readonly is_ephemeral?: boolean;
  };
  readonly message?: SlackMessage;
  readonly actions: readonly PressedElement[];
  readonly trigger_id: string;
}

/** What stands in one element of a form. */
export interface Entered {
  readonly type?: string;
  readonly value?: string | null;
  readonly selected_option?: { readonly value?: string } | null;
  readonly selected_options?: readonly { readonly value?: string }[];
  readonly selected_user?: string | null;
  readonly files?: readonly SlackFile[];
}

export interface SentView {
  readonly id: string;
  readonly hash?: string;
  readonly callback_id?: string;
  readonly private_metadata?: string;
  readonly state?: { readonly values?: Readonly<Record<string, Readonly<Record<string, Entered>>>> };
}

export interface ViewSubmission {
  readonly user: { readonly id: string };
  readonly view: SentView;
  readonly trigger_id?: string;
}

export interface WorkflowStep {
  readonly function_execution_id?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
}
