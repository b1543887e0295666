// The settings as one card: every setting with what it means; and the offer where there is no class yet.
import { explain } from '../../explain.ts';
import { LEVEL_LABELS } from '../../labels.ts';
import type { Locale } from '../../story.ts';
import { WORDING as BOOK_WORDING } from '../conversation/wording.ts';
import type { ClassPlace } from './facts.ts';
import { type Asking, SETTINGS_IN, yesNo } from './forms.ts';
import type { ClassView } from './replies.ts';
import type { ClassSettings } from './settings.ts';
import { classButton } from './views.ts';
import { WORDING } from './wording.ts';
import type { SettingName, SettingsFormName } from './words.ts';

const PARTS = Object.keys(SETTINGS_IN) as readonly SettingsFormName[];

function saidOf(name: SettingName, settings: ClassSettings, locale: Locale): string {
  const words = WORDING[locale];
  switch (name) {
    case 'title':
      return settings.title || words.noTitle;
    case 'notice':
      return settings.notice ? words.quoted(settings.notice) : words.noNotice;
    case 'termEnds':
      return settings.termEnds ?? '';
    case 'level':
      return LEVEL_LABELS[locale][settings.level];
    case 'format':
      return BOOK_WORDING[locale].formats[settings.format];
    case 'retention':
      return settings.retention === 'term' && settings.termEnds !== undefined
        ? words.untilDay(settings.termEnds)
        : words.values.retention[settings.retention];
    case 'locale':
      return words.values.locale[settings.locale];
    case 'starters':
      return words.values.starters[settings.starters];
    case 'threads':
      return words.values.threads[settings.threads];
    case 'engines':
      return words.values.engines[settings.engines];
    default:
      return words.values[name][yesNo(settings[name])];
  }
}

/** @param said what has just happened. */
export function settingsView({ classroom, locale }: Asking, said?: string): ClassView {
  const words = WORDING[locale];
  const { settings, deskFailure } = classroom;
  // The day of the term is said with how long books are kept.
  const names = PARTS.flatMap((part): readonly SettingName[] => SETTINGS_IN[part]).filter(
    (name) => name !== 'termEnds',
  );
  return {
    heading: words.settingsHeading(settings.title),
    about: [
      settings.on ? words.isOn : words.isOff,
      ...names.map((name) => words.setting(words.settingLabels[name], saidOf(name, settings, locale))),
      ...(deskFailure ? [words.noDesk(explain(deskFailure, locale))] : []),
    ],
    books: [],
    next: [said, words.nextSettings].filter(Boolean).join(' '),
    buttons: [
      ...(settings.on ? [] : [classButton(classroom, { type: 'on' }, words.on, 'primary')]),
      ...PARTS.map((form) => classButton(classroom, { type: 'form', form }, words.formTitles[form])),
      classButton(classroom, { type: 'summary' }, words.summary),
      classButton(classroom, { type: 'roster', from: 0 }, words.roster),
      ...(settings.on ? [classButton(classroom, { type: 'off' }, words.off, 'danger')] : []),
    ],
  };
}

/** Where a teacher asks for the class of a channel that is none. */
export function offerView(place: ClassPlace, locale: Locale): ClassView {
  const words = WORDING[locale];
  return { ...words.offered, books: [], buttons: [classButton(place, { type: 'on' }, words.on, 'primary')] };
}
