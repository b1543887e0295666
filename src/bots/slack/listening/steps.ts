// The step `make_storybook` of a workflow: begins a book in a channel for a person. It is complete as soon as the book is
// begun: making it is for people and may take days, and a workflow should not wait for them.
import { TalesError } from '../../../errors.ts';
import type { Ears } from '../ears.ts';
import type { Desk } from './desk.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

export function createSteps({ beginnings, call }: Desk): Ears['step'] {
  return async ({ team, payload }) => {
    const { inputs = {}, function_execution_id: execution = '' } = payload;
    const [channel, user, title] = [textOf(inputs['channel']), textOf(inputs['user']), textOf(inputs['title'])];
    if (channel === '' || user === '') {
      const option = channel === '' ? 'channel' : 'user';
      throw new TalesError('option-invalid', { option, value: '', expected: { kind: 'id', example: 'C0123456789' } });
    }
    const spot = await beginnings.begin({ id: `step:${execution}`, team, channel, user, title });
    const { permalink } = await call(team, 'chat.getPermalink', { channel, message_ts: spot.ts });
    return {
      permalink: typeof permalink === 'string' ? permalink : '',
      message_context: { message_ts: spot.ts, channel_id: channel },
    };
  };
}
