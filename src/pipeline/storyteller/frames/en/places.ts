// Where and when a page plays: "forest" → "in the forest", "the beach" → "at the beach", "night" → "one night".
// An unknown place in plain letters is "at the …"; anything else is left as it is typed.
import { withArticle } from './articles.ts';
import { ADJECTIVES, isNoun } from './noun-list.ts';
import { tidy, withoutStop } from './text.ts';

/** A phrase that can stand at the head or the end of a sentence. */
export interface Place {
  readonly kind: 'place' | 'time';
  readonly text: string;
}

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const PREPOSITION =
  /^(?:in|on|at|under|underneath|by|near|inside|outside|behind|beside|besides|between|over|above|below|beneath|through|around|along|across|next to|up|down|during|after|before|into|onto|from|among|against|off|past|beyond|towards?|deep in|high|far|on top of|upon|within|throughout)\b/i;
const ADVERB =
  /^(?:here|there|outside|inside|outdoors|indoors|upstairs|downstairs|abroad|far away|everywhere|somewhere|underwater|nearby|once upon a time|long ago|one .+|today|yesterday|last .+|early .+|late .+|this .+|.+ ago)$/i;

const IN =
  set(`forest woods wood kitchen garden house room bedroom bathroom classroom living-room sky water jungle city town village
country countryside car bus train plane airplane boat cave castle box tree nest bath bathtub tent library store shop supermarket mountains valley desert field
meadow yard backyard gym gymnasium hospital museum office restaurant cafe café attic basement barn zoo's air space rain snow sun sunshine dark darkness fog mud sand grass world
theater theatre hall hallway elevator cloud clouds bush bushes den hole tunnel sandbox sandpit snowstorm storm wind shade cage kingdom palace land bag pocket hat dream`);
const ON =
  set(`moon playground farm island bed sofa couch chair table floor roof swing slide stage street road path bench bridge hill mountain beach-towel bike bicycle horse ship ground
ice rug mat seesaw trampoline stairs grass sidewalk pavement planet train-track ladder sand-dune wall field-trip balcony`);
const AT =
  set(`beach lake pool zoo school home party station airport market pool-side window door park-gate kindergarten daycare church museum bus-stop stop seaside lake-side amusement-park circus aquarium
playground-gate sunset sunrise noon midnight dawn dusk bedtime lunchtime dinnertime breakfast lunch dinner playtime christmas halloween easter picnic festival concert fair races work`);
const BY = set('river pond sea ocean creek stream fireplace campfire shore riverside');
const NO_ARTICLE = set(
  'school home kindergarten daycare church work sunset sunrise noon midnight dawn dusk bedtime lunchtime dinnertime breakfast lunch dinner playtime christmas halloween easter space',
);
const DAYTIME = /^(?:day|night|morning|afternoon|evening)$/;
const SEASON = /^(?:spring|summer|autumn|fall|winter)$/i;
const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;
const WEEKDAY = /^(?:sunday|monday|tuesday|wednesday|thursday|friday|saturday)$/i;
const WEATHER = /^(?:sunny|rainy|snowy|windy|cloudy|stormy|foggy|hot|cold|warm|chilly|bright)$/;
const DETERMINER = /^(?:the|a|an|my|your|his|her|its|our|their|this|that|some)$/;
const FALLING: ReadonlyMap<string, string> = new Map(
  Object.entries({ raining: 'rain', snowing: 'snow', rain: 'rain', snow: 'snow' }),
);

const title = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

/** "night", "summer", "monday", "sunny". */
function timeOfOne(word: string): string | undefined {
  if (DAYTIME.test(word)) return `one ${word}`;
  if (SEASON.test(word)) return `in ${word}`;
  if (MONTH.test(word)) return `in ${title(word)}`;
  if (WEEKDAY.test(word)) return `on ${title(word)}`;
  return WEATHER.test(word) ? `on ${withArticle(word)} day` : undefined;
}

function timeOf(words: readonly string[], bare: readonly string[]): string | undefined {
  const last = (bare.at(-1) ?? '').toLowerCase();
  const phrase = bare.join(' ');
  const owned = words.length > bare.length && !/^(?:a|an)$/i.test(words[0] ?? '');
  if (last === "o'clock") return `at ${phrase}`;
  const one = bare.length === 1 ? timeOfOne(last) : undefined;
  if (one !== undefined) return one;
  if (DAYTIME.test(last)) return owned ? `on ${words.join(' ')}` : `on ${withArticle(phrase)}`;
  if (last === 'birthday') return `on ${words.length > 1 ? words.join(' ') : 'a birthday'}`;
  if (/^(?:weekend|holiday)$/.test(last) && bare.length === 1) return `on the ${last}`;
  return /^(?:vacation|recess|break|class|naptime)$/.test(last) && bare.length <= 2 ? `during ${phrase}` : undefined;
}

function prepositionFor(last: string): string {
  const one = last.replace(/s$/, '');
  if (/(?:room|yard)$/.test(last)) return 'in';
  if (BY.has(last)) return 'by';
  if (AT.has(last)) return 'at';
  if (ON.has(last)) return 'on';
  if (IN.has(last)) return 'in';
  return AT.has(one) ? 'at' : ON.has(one) ? 'on' : IN.has(one) ? 'in' : '';
}

/** Places with a preposition of their own. */
function ownPlace(phrase: string, head: string | undefined): string | undefined {
  if (/^(?:mars|venus|jupiter|saturn|neptune|uranus|pluto)$/i.test(phrase)) return `on ${title(phrase)}`;
  if (/^(?:christmas|halloween|easter)$/i.test(phrase)) return `at ${title(phrase)}`;
  if (/^(?:top|bottom|end|edge|foot) of /.test(phrase)) return `at the ${phrase}`;
  if (/^(?:middle|heart|center) of /.test(phrase)) return `in the ${phrase}`;
  if (/'s (?:house|home|place)$/i.test(phrase)) return `at ${head ?? ''}${phrase}`;
  if (/^(?:dream|story)$/.test(phrase) && head === undefined) return `in a ${phrase}`;
  if (phrase === 'outer space') return `in ${phrase}`;
  return /.field$/.test(phrase) ? `on ${head ?? 'the '}${phrase}` : undefined;
}

function placeOf(words: readonly string[], bare: readonly string[]): string | undefined {
  const last = (bare.at(-1) ?? '').toLowerCase();
  const phrase = bare.join(' ');
  const head = words.length > bare.length ? `${(words[0] ?? '').toLowerCase()} ` : undefined;
  const own = ownPlace(phrase, head);
  if (own !== undefined) return own;
  const known = prepositionFor(last);
  const proper = head === undefined && bare.every((word) => /^\p{Lu}/u.test(word));
  if (proper && !(bare.length === 1 && known !== ''))
    return `${/^(?:island|farm)$/.test(last) ? 'on' : 'in'} ${phrase}`;
  const bareWord = /'s$|s'$/.test(bare[0] ?? '') || (bare.length === 1 && NO_ARTICLE.has(last));
  const place = `${head ?? (bareWord ? '' : 'the ')}${proper ? phrase.toLowerCase() : phrase}`;
  if (known !== '') return `${known} ${place}`;
  return bare.length <= 4 ? `at ${place}` : undefined;
}

/** "in forest" → "in the forest"; anything else after a preposition stays. */
function completed(text: string): string {
  const words = text.split(' ');
  const [head = '', noun = ''] = words;
  const bare = words.length === 2 && /^(?:in|on|under|near|behind|by|inside|beside|over|around)$/i.test(head);
  const known = /^[a-z]+$/.test(noun) && !NO_ARTICLE.has(noun) && noun !== 'bed' && !SEASON.test(noun);
  if (bare && known && (prepositionFor(noun) !== '' || isNoun(noun))) return `${head.toLowerCase()} the ${noun}`;
  return head.toLowerCase() + text.slice(head.length);
}

const TIMELY =
  /\b(?:night|day|morning|afternoon|evening|time|noon|midnight|dawn|dusk|sunset|sunrise|summer|winter|spring|autumn|birthday|weekend|ago|today|yesterday)$/i;

/** Reads a place or a time; undefined when the text is neither in plain words. */
export function readPlace(typed: string): Place | undefined {
  const text = withoutStop(tidy(typed)).replace(/^(?:it was|it is|it's|is|was|be|being)\s+/i, '');
  if (!/^[\p{Script=Latin}\p{N}' -]+$/u.test(text) || !/\p{L}/u.test(text)) return undefined;
  const kind = TIMELY.test(text) || /^once\b/i.test(text) ? 'time' : 'place';
  if (ADVERB.test(text)) return { kind, text: text.charAt(0).toLowerCase() + text.slice(1) };
  if (PREPOSITION.test(text)) return { kind, text: completed(text) };
  const words = text.split(' ');
  const falling = FALLING.get(text.toLowerCase());
  if (falling !== undefined) return { kind: 'place', text: `in the ${falling}` };
  const bare = words.length > 1 && DETERMINER.test((words[0] ?? '').toLowerCase()) ? words.slice(1) : words;
  const time = timeOf(words, bare);
  if (time !== undefined) return { kind: 'time', text: time };
  if (bare.length === 1 && ADJECTIVES.has((bare[0] ?? '').toLowerCase()) && !isNoun(bare[0] ?? '')) return undefined;
  const place = placeOf(words, bare);
  return place === undefined ? undefined : { kind, text: place };
}
