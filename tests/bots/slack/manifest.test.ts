// The manifest in `docs/`, held to what the program uses and to Slack's limits for manifests.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COMMAND, EVENTS, SCOPES, SHORTCUT, STEP } from '../../../src/bots/slack/options.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');
const manifest = JSON.parse(read('docs/slack-manifest.json'));
const source = globSync('src/bots/slack/**/*.ts', { cwd: root }).map(read).join('\n');

/** From docs.slack.dev, the page of each method and event. */
const SCOPE_OF: Readonly<Record<string, string>> = {
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.delete': 'chat:write',
  'chat.getPermalink': '',
  'conversations.history': 'channels:history groups:history im:history',
  'conversations.open': 'im:write',
  'conversations.info': 'channels:read groups:read',
  'conversations.replies': 'channels:history groups:history',
  'files.completeUploadExternal': 'files:write',
  'files.delete': 'files:write',
  'files.getUploadURLExternal': 'files:write',
  'files.info': 'files:read',
  'users.info': 'users:read',
  'views.open': '',
  'views.update': '',
};
const SCOPE_OF_EVENT: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  app_uninstalled: '',
  file_deleted: 'files:read',
  function_executed: '',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  tokens_revoked: '',
};

const sorted = (items: Iterable<string>): readonly string[] => [...items].toSorted();

describe('the manifest', () => {
  it('asks for the scopes that the calls and events need, and for no others', () => {
    const called = new Set(
      source.match(/'(chat|conversations|files|users|views)\.\w+'/g)?.map((name) => name.slice(1, -1)),
    );
    expect(sorted(called)).toEqual(sorted(Object.keys(SCOPE_OF)));
    const needed = [...Object.values(SCOPE_OF), ...Object.values(SCOPE_OF_EVENT), 'commands'];
    const scopes = new Set(needed.flatMap((names) => names.split(' ')).filter(Boolean));
    expect(sorted(manifest.oauth_config.scopes.bot)).toEqual(sorted(scopes));
    expect(sorted(SCOPES)).toEqual(sorted(scopes));
  });

  it('subscribes to what is listened to', () => {
    expect(sorted(manifest.settings.event_subscriptions.bot_events)).toEqual(sorted(EVENTS));
    expect(sorted(EVENTS)).toEqual(sorted(Object.keys(SCOPE_OF_EVENT)));
  });

  it('names the command, the shortcut and the step as the program does', () => {
    expect(manifest.features.slash_commands.map(({ command }: { command: string }) => command)).toEqual([COMMAND]);
    expect(manifest.features.shortcuts).toMatchObject([
      { type: 'message', callback_id: SHORTCUT, name: '그림책에 넣기' },
    ]);
    expect(Object.keys(manifest.functions)).toEqual([STEP]);
    const { input_parameters: input, output_parameters: output } = manifest.functions[STEP];
    for (const name of Object.keys(input.properties)) expect(source).toContain(`inputs['${name}']`);
    expect(Object.keys(output.properties)).toEqual(['permalink', 'message_context']);
  });

  it('is ready for Socket Mode, and for steps of workflows', () => {
    expect(manifest.settings).toMatchObject({
      socket_mode_enabled: true,
      interactivity: { is_enabled: true },
      org_deploy_enabled: true,
      function_runtime: 'remote',
    });
    expect(JSON.stringify(manifest.settings)).not.toContain('request_url');
  });

  it('keeps within the limits of manifests', () => {
    const { display_information: display, features, oauth_config: oauth, settings } = manifest;
    const [command] = features.slash_commands;
    const [shortcut] = features.shortcuts;
    const lengths: readonly (readonly [string, number])[] = [
      [display.name, 35],
      [display.description, 140],
      [features.bot_user.display_name, 80],
      [command.command, 32],
      [command.description, 2000],
      [command.usage_hint, 1000],
      [shortcut.name, 24],
      [shortcut.description, 150],
      [shortcut.callback_id, 255],
    ];
    expect(lengths.filter(([text, most]) => text.length > most)).toEqual([]);
    expect(settings.event_subscriptions.bot_events.length).toBeLessThanOrEqual(100);
    expect(oauth.scopes.bot.length).toBeLessThanOrEqual(255);
  });
});
