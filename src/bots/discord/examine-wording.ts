// What an examination of Discord says, in Korean and English.
import type { Locale } from '../../story.ts';

export interface ExamineWords {
  readonly bot: string;
  readonly noToken: string;
  readonly getToken: string;
  readonly loggedIn: (name: string) => string;
  readonly settings: string;
  readonly otherApplication: string;
  readonly otherApplicationAdvice: string;
  readonly messages: string;
  readonly seesMessages: string;
  readonly seesNoMessages: string;
  readonly letSee: string;
  readonly needless: (names: readonly string[]) => string;
  readonly needlessAdvice: string;
  readonly servers: string;
  readonly noServer: string;
  readonly invite: (address: string) => string;
  readonly allowed: (names: readonly string[]) => string;
  readonly lacking: (server: string, permissions: readonly string[]) => string;
  readonly lackingAdvice: string;
}

export const EXAMINE_WORDS: Readonly<Record<Locale, ExamineWords>> = {
  ko: {
    bot: 'Discord 봇',
    noToken: '쓰지 않아요. DISCORD_TOKEN이 비어 있어요.',
    getToken: '쓰려면 .env에 DISCORD_TOKEN을 적어 주세요. 토큰을 받는 법은 docs/discord.md에 있어요.',
    loggedIn: (name) => `토큰이 맞아요. 봇 이름: ${name}`,
    settings: 'Discord 설정',
    otherApplication: 'DISCORD_APP_ID가 이 토큰의 애플리케이션과 달라요.',
    otherApplicationAdvice: 'DISCORD_APP_ID를 비워 두면 토큰으로 알아내요.',
    messages: 'Discord 그림 받기',
    seesMessages: '스레드에 올린 그림을 볼 수 있어요. Message Content Intent가 켜져 있어요.',
    seesNoMessages:
      '스레드에 올린 그림은 볼 수 없고, “그림 올리기” 버튼으로 받아요. Message Content Intent가 꺼져 있어요.',
    letSee: 'Discord 개발자 페이지의 Bot에서 Message Content Intent를 켜면 스레드에서도 받아요.',
    needless: (names) => `필요 없는 것이 켜져 있어요: ${names.join(', ')}`,
    needlessAdvice: 'Discord 개발자 페이지의 Bot에서 끄면 봇이 아는 것이 그만큼 줄어요.',
    servers: 'Discord 서버',
    noServer: '아직 봇이 들어간 서버가 없어요.',
    invite: (address) => `이 주소로 초대해 주세요: ${address}`,
    allowed: (names) => `권한이 모두 있어요: ${names.join(', ')}`,
    lacking: (server, permissions) => `“${server}”에서 봇의 역할에 없는 권한: ${permissions.join(', ')}`,
    lackingAdvice: '서버 설정의 역할에서 켜 주세요. 채널에서 따로 켜 두었다면 그 채널에서는 괜찮아요.',
  },
  en: {
    bot: 'Discord bot',
    noToken: 'not used: DISCORD_TOKEN is empty.',
    getToken: 'To use it, set DISCORD_TOKEN in .env; docs/discord.md says how to get one.',
    loggedIn: (name) => `the token works. Name of the bot: ${name}`,
    settings: 'Discord settings',
    otherApplication: 'DISCORD_APP_ID is not the application of this token.',
    otherApplicationAdvice: 'Leave DISCORD_APP_ID empty: the token tells it.',
    messages: 'Discord pictures',
    seesMessages: 'pictures posted in threads are seen: Message Content Intent is on.',
    seesNoMessages: 'pictures come through the button “Add pictures” alone: Message Content Intent is off.',
    letSee: 'Switch on Message Content Intent under Bot on Discord’s developer pages to take them from threads too.',
    needless: (names) => `switched on though it is not needed: ${names.join(', ')}`,
    needlessAdvice: 'Switch it off under Bot on Discord’s developer pages, and the bot learns that much less.',
    servers: 'Discord servers',
    noServer: 'the bot is in no server yet.',
    invite: (address) => `Invite it with this address: ${address}`,
    allowed: (names) => `every permission is there: ${names.join(', ')}`,
    lacking: (server, permissions) => `in “${server}” the bot’s roles lack: ${permissions.join(', ')}`,
    lackingAdvice:
      'Grant them to its role in the server’s settings. A channel may grant them by itself, and is fine then.',
  },
};
