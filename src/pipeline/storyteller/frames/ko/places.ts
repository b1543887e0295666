// Settings: whether one is a place, a time or the weather, and the particle people leave on it taken off.
import { analyse } from './analyse.ts';
import { mend } from './spelling.ts';

export type Setting = { readonly kind: 'place' | 'time' | 'weather' | 'other'; readonly text: string };

const TIME =
  /(?:아침|점심|저녁|밤|한밤중|새벽|오후|오전|낮|대낮|날|봄|여름|가을|겨울|주말|방학|생일|크리스마스|설날|추석|명절|시간|때|요일|하루|오늘|어제|봄날|가을날|여름날|겨울날|[월시])$/;
const PLACE_PARTICLE = /(?<=[가-힣\w])(?:에서는|에서|에는|에)$/;
const WEATHER = /(?:날씨|하늘|햇살|햇볕|바람|노을|달빛|별빛|무지개|구름)$/;
const ANYWHERE =
  /(?:위|아래|밑|옆|앞|뒤|안|속|곁|가|집|길|터|장|관|원|실|방|숲|산|강|들|섬|교|마을|나라|공원|바다|언덕|동네|역|점|당|밭|논|마당|정원|거실|부엌|교실|캠핑장|우주|도시|시골|궁전|성|동굴)$/;

/** 아무 데나 is no place to be in. */
const NOWHERE = /^(?:아무 ?데나|아무 ?곳이나|어디서나|어디든지?|어디나|아무 데서나)[.!~]*$/u;

/** 호수가 as a setting is where the lake ends: 호숫가. */
const LAKESIDE = /(?<=(?:^| )호)수가$/u;
const SEASIDE = /(?<=(?:^| )바)다가$/u;

/** `text` as a setting. What cannot be told is `other`: it may be no more than looked at. */
export function settingOf(setting: string): Setting {
  const typed = mend(setting).replace(LAKESIDE, '숫가').replace(SEASIDE, '닷가');
  if (NOWHERE.test(typed)) return { kind: 'other', text: '어디서나 있을 법한 일이었어요.' };
  const whole = typed.replace(/[\s.!?~…]+$/u, '');
  const text = whole.replace(/\s*[(（][^()（）]*[)）]$/u, '');
  if (text !== whole && text !== '') return { ...settingOf(text), text: whole };
  if (TIME.test(text) && !/에서$/.test(text)) return { kind: 'time', text: text.replace(/에$/, '') };
  if (TIME.test(text.replace(/에$/, ''))) return { kind: 'time', text: text.replace(/에$/, '') };
  if (PLACE_PARTICLE.test(text)) return { kind: 'place', text: text.replace(PLACE_PARTICLE, '') };
  if (WEATHER.test(text)) return { kind: 'weather', text };
  if (ANYWHERE.test(text)) return { kind: 'place', text };
  const last = text.split(' ').at(-1) ?? '';
  const form = analyse(last, text.slice(0, text.length - last.length));
  if (form !== undefined && form.shape !== 'modifier') return { kind: 'other', text: typed };
  return /[가-힣]$/.test(text) ? { kind: 'place', text } : { kind: 'other', text };
}
