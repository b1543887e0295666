// What the house told, taken into the facts: bytes that came, work that was done, messages that are there. Pure.
import type { HouseEvent } from './events.ts';
import { forget } from './forget.ts';
import { isFileKey, messagesOwed, newCardKey } from './messages-owed.ts';
import { hearLateNews, hearNews } from './news.ts';
import { doom, lose } from './pictures.ts';
import { withMessages } from './receipt.ts';
import { recall } from './review.ts';
import { type OpenSession, type SceneFacts, type Session, without } from './session.ts';

interface SentCard {
  readonly ref: string | undefined;
  readonly content: string | undefined;
}

/** While a new card is wanted, word of the old one is too late. */
function cardSent(session: Session, key: string, { ref, content }: SentCard): Session {
  const { ref: before, posts } = session.shown;
  if (before === undefined && key !== newCardKey(session)) return session;
  return { ...session, shown: { posts, ...(ref !== undefined && { ref }), ...(content !== undefined && { content }) } };
}

const settled = (session: Session, outcome: 'withdrawn' | 'stuck'): Session =>
  session.state === 'deleted' ? withMessages(session, outcome) : (without(session, 'leftover') as OpenSession);

function sent(session: Session, { key, ref, content }: Extract<HouseEvent, { readonly type: 'sent' }>): Session {
  if (key.startsWith('card-')) return cardSent(session, key, { ref, content });
  const owed = messagesOwed(session).find((message) => message.key === key);
  if (owed?.type === 'withdraw') return settled(session, 'withdrawn');
  if (session.state === 'deleted' || !owed) {
    // It was on its way when that changed: now it is there, and goes with everything else.
    const isNews = isFileKey(key) && ref !== undefined && !session.posted.includes(ref);
    return isNews ? { ...session, posted: [...session.posted, ref] } : session;
  }
  const carries = owed.type === 'book' || owed.type === 'file';
  const posted = ref === undefined || !carries ? session.posted : [...session.posted, ref];
  const notices = session.notices.filter((told) => told.key !== key);
  const book = session.book && owed.type === 'book' ? { ...session.book, delivered: true } : session.book;
  const { booklet } = session;
  return {
    ...session,
    posted,
    notices,
    ...(book && { book }),
    ...(owed.type === 'welcome' && { welcomed: true }),
    ...(owed.type === 'file' && booklet && { booklet: { ...booklet, delivered: true } }),
  };
}

/** What can never be sent is not tried for ever: a book is to be made again, anything else is left unsaid. */
function drop(session: Session, { key, failure }: Extract<HouseEvent, { readonly type: 'undeliverable' }>): Session {
  const owed = messagesOwed(session).find((message) => message.key === key);
  if (owed?.type === 'withdraw') return settled(session, 'stuck');
  if (!owed || session.state === 'deleted') return session;
  if (owed.type === 'book') return { ...without(session, 'book'), undelivered: failure };
  if (owed.type === 'welcome') return { ...session, welcomed: true };
  if (owed.type === 'file' && session.booklet)
    return { ...session, booklet: { ...session.booklet, delivered: true, failure } };
  return { ...session, notices: session.notices.filter((told) => told.key !== key) };
}

function arrive(session: OpenSession, event: Extract<HouseEvent, { readonly type: 'uploaded' }>): OpenSession {
  const { source, upload } = event;
  const isAwaited = ({ incoming }: SceneFacts): boolean => incoming?.source === source;
  if (![...session.scenes, ...session.removed].some(isAwaited)) return doom(session, [upload.key]);
  const taken = (scene: SceneFacts) =>
    scene.incoming && isAwaited(scene) ? { ...scene, incoming: { ...scene.incoming, upload } } : scene;
  return { ...session, scenes: session.scenes.map(taken), removed: session.removed.map(taken) };
}

/** Where somebody has to say yes now, what was not handed over is held; what waits for a word goes on waiting. */
function follow(session: OpenSession, { rules, label }: Extract<HouseEvent, { readonly type: 'ruled' }>): OpenSession {
  const { room } = session;
  if (!room || rules.revision < room.rules.revision) return session;
  const ruled = { ...session, room: { ...room, rules, label } };
  return recall(ruled);
}

/** Everything goes as if somebody had asked for it. What is left in the chat stays, unless that is to go, too. */
function expire(session: OpenSession, clearing: boolean): Session {
  const gone = forget(session);
  return clearing ? gone : { ...gone, posted: [] };
}

export function hearHouse(session: Session, event: HouseEvent): Session {
  switch (event.type) {
    case 'sent':
      return sent(session, event);
    case 'undeliverable':
      return drop(session, event);
    case 'swept':
      return { ...session, doomed: session.doomed.filter((key) => !event.keys.includes(key)) };
    case 'news':
      return session.state === 'open' ? hearNews(session, event.news) : hearLateNews(session, event.news);
    case 'marked':
      return session.state === 'open' ? { ...session, mark: event.mark } : session;
    case 'uploaded': {
      if (session.state === 'open') return arrive(session, event);
      return { ...session, doomed: [...new Set([...session.doomed, event.upload.key])] };
    }
    case 'ruled':
      return session.state === 'open' ? follow(session, event) : session;
    case 'expired':
      return session.state === 'open' ? expire(session, event.clearing) : session;
    case 'unreadable':
      return session.state === 'open' ? lose(session, [event.source], event.failure) : session;
  }
}
