// What an examination of Slack says, in Korean and English.
import type { Locale } from '../../story.ts';

export interface ExamineWords {
  readonly bot: string;
  readonly noToken: string;
  readonly getToken: string;
  readonly loggedIn: (workspace: string, name: string) => string;
  readonly installed: string;
  readonly installAdvice: string;
  readonly scopes: string;
  readonly allScopes: string;
  readonly unknownScopes: string;
  readonly lacking: (scopes: readonly string[]) => string;
  readonly lackingAdvice: string;
  readonly line: string;
  readonly socket: string;
  readonly http: (port: number) => string;
  readonly httpAdvice: string;
  readonly ownPort: (port: number) => string;
}

export const EXAMINE_WORDS: Readonly<Record<Locale, ExamineWords>> = {
  ko: {
    bot: 'Slack 봇',
    noToken: '쓰지 않아요. SLACK_BOT_TOKEN이 비어 있어요.',
    getToken: '쓰려면 .env에 SLACK_BOT_TOKEN과 SLACK_APP_TOKEN을 적어 주세요. 받는 법은 docs/slack.md에 있어요.',
    loggedIn: (workspace, name) => `토큰이 맞아요. 워크스페이스: ${workspace}, 봇 이름: ${name}`,
    installed: '워크스페이스마다 설치해서 써요. 토큰은 설치할 때 받아요.',
    installAdvice: '설치하는 주소는 /slack/install이에요. SLACK_CLIENT_ID와 비밀 값이 맞는지는 설치할 때 알 수 있어요.',
    scopes: 'Slack 권한',
    allScopes: '필요한 권한(scope)이 모두 있어요.',
    unknownScopes: '권한(scope)을 알려 주지 않았어요. docs/slack-manifest.json과 같은지 확인해 주세요.',
    lacking: (scopes) => `없는 권한(scope): ${scopes.join(', ')}`,
    lackingAdvice:
      '앱의 OAuth & Permissions에서 더하고 다시 설치(Reinstall)해 주세요. 모두 docs/slack-manifest.json에 있어요.',
    line: 'Slack 연결',
    socket: '앱 토큰이 맞아요. 인터넷에 포트를 열지 않아도 돼요(Socket Mode).',
    http: (port) => `${port}번 포트를 열 수 있어요.`,
    httpAdvice: 'Slack이 이 포트에 닿아야 하고, SLACK_SIGNING_SECRET이 맞는지는 Slack이 말을 걸 때 알 수 있어요.',
    ownPort: (port) => `${port}번 포트는 켜져 있는 프로그램이 쓰고 있어요.`,
  },
  en: {
    bot: 'Slack bot',
    noToken: 'not used: SLACK_BOT_TOKEN is empty.',
    getToken: 'To use it, set SLACK_BOT_TOKEN and SLACK_APP_TOKEN in .env; docs/slack.md says how to get them.',
    loggedIn: (workspace, name) => `the token works. Workspace: ${workspace}, name of the bot: ${name}`,
    installed: 'people install it in their workspaces, which brings the token.',
    installAdvice: 'The page for it is /slack/install. Whether SLACK_CLIENT_ID and its secret are right shows there.',
    scopes: 'Slack scopes',
    allScopes: 'every scope is there.',
    unknownScopes: 'Slack did not tell the scopes; please compare them with docs/slack-manifest.json.',
    lacking: (scopes) => `missing scopes: ${scopes.join(', ')}`,
    lackingAdvice:
      'Add them under OAuth & Permissions of the app and reinstall it. All are in docs/slack-manifest.json.',
    line: 'Slack line',
    socket: 'the app token works. No port has to be open to the internet (Socket Mode).',
    http: (port) => `port ${port} can be opened.`,
    httpAdvice:
      'Slack has to reach this port, and whether SLACK_SIGNING_SECRET is right shows when Slack speaks to it.',
    ownPort: (port) => `port ${port} is used by the program that is running.`,
  },
};
