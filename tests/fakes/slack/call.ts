// Calls the fake service's Web API by hand, without the SDK, for tests that look at its refusals.
import type { Slack } from './index.ts';

export interface ApiError {
  readonly ok: boolean;
  readonly error?: string;
  readonly needed?: string;
  readonly provided?: string;
  readonly response_metadata?: { readonly messages?: readonly string[] };
  readonly [name: string]: unknown;
}

/** Arguments as JSON, with the token of the bot or another one. */
export const apiOf =
  (slack: Slack, token: string | undefined = slack.installation().token) =>
  async (method: string, args: object = {}): Promise<ApiError> => {
    const headers = { 'content-type': 'application/json', ...(token !== '' && { authorization: `Bearer ${token}` }) };
    const response = await fetch(slack.apiUrl + method, { method: 'POST', headers, body: JSON.stringify(args) });
    return (await response.json()) as ApiError;
  };

export const text = (words: string, type: 'plain_text' | 'mrkdwn' = 'plain_text') => ({ type, text: words });
