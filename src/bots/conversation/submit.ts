// What happens when an allowed person sends a form. What is right is saved even where something else is to be mended:
// nothing that was typed is lost.
import { itemsIn } from '../../items.ts';
import type { Locale } from '../../story.ts';
import { type Fields, type Source, TEXT_LIMITS } from '../../story.ts';
import { cardOf } from './card.ts';
import {
  type Asking,
  bookForm,
  captionForm,
  type Form,
  type FormId,
  type Problem,
  refilled,
  SCENE_FIELDS,
  type SceneForm,
  sceneForm,
  textForm,
  versionsForm,
} from './forms.ts';
import { forgetRefusedNames } from './jobs-owed.ts';
import { missingFields } from './manuscript.ts';
import { nextStep } from './next-step.ts';
import { chooseVersion, keepCaption, writeCaption, writeText } from './pages.ts';
import { notice, type Spoken } from './replies.ts';
import { changeScene, type OpenSession, type SceneFacts, without } from './session.ts';
import { checkValues } from './values.ts';
import { WORDING } from './wording.ts';

type Turn = Spoken<OpenSession>;
type Values = Readonly<Record<string, string>>;

export interface Submission {
  readonly form: Exclude<FormId, 'delete' | 'pictures' | 'print' | 'return' | 'hand'>;
  readonly scene?: string | undefined;
  readonly values: Values;
  /** Whose words they are. */
  readonly by: Source;
}

function saveFields(scene: SceneFacts, id: SceneForm, values: Values): SceneFacts {
  const names: readonly (keyof Fields)[] = SCENE_FIELDS[id];
  const given = names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]] as const]));
  const emptied = given.filter(([, value]) => value === '').map(([name]) => name);
  const said = Object.fromEntries(given.filter(([, value]) => value !== ''));
  return { ...scene, fields: without({ ...scene.fields, ...said }, ...emptied) };
}

type Given = Pick<Submission, 'values' | 'by'>;

function saveScene(scene: SceneFacts, id: SceneForm, { values, by }: Given, locale: Locale): SceneFacts {
  const saved = saveFields(scene, id, values);
  const caption = id === 'A' ? values['caption'] : undefined;
  return caption === undefined ? saved : writeCaption(saved, caption, locale, by);
}

/** The form that follows: for the same book, the next scene that is still to be described. */
function following(asking: Asking, id: FormId): Form | undefined {
  const step = id === 'A' ? nextStep(asking.session) : undefined;
  return step?.type === 'describe' ? sceneForm('A', step.scene, asking) : undefined;
}

function answerSaved(asking: Asking, id: FormId): Turn {
  const words = WORDING[asking.locale];
  const { scenes } = asking.session;
  const next = following(asking, id);
  const all = id === 'A' && scenes.every((scene) => missingFields(scene).length === 0);
  const text = all ? words.savedAll : words.saved;
  return { session: asking.session, answers: [{ to: 'actor', type: 'saved', text, ...(next && { next }) }] };
}

interface Saving {
  readonly form: Form;
  readonly values: Values;
  readonly save: (good: Values) => OpenSession;
  /** What cannot be told field by field. */
  readonly more?: (good: Values) => readonly Problem[];
}

function saved(asking: Asking, { form, values, save, more = () => [] }: Saving): Turn {
  const { good, problems } = checkValues(form, values, asking.locale);
  const others = more(good);
  const bad = new Set(others.map(({ field }) => field));
  const session = save(Object.fromEntries(Object.entries(good).filter(([name]) => !bad.has(name))));
  const all = [...problems, ...others];
  if (all.length === 0) return answerSaved({ ...asking, session }, form.id);
  return { session, answers: [{ to: 'actor', type: 'problems', form: refilled(form, values), problems: all }] };
}

function saveBook(session: OpenSession, { title, authors, level, format }: Values): OpenSession {
  const named: OpenSession = title === '' ? (without(session, 'title') as OpenSession) : session;
  return {
    ...(authors === undefined ? named : forgetRefusedNames(named)),
    ...(title && { title }),
    ...(authors !== undefined && { authors: itemsIn(authors) }),
    ...(level !== undefined && { level: level as OpenSession['level'] }),
    ...(format !== undefined && { format: format as OpenSession['format'] }),
  };
}

function submitBook(asking: Asking, values: Values): Turn {
  const limit = TEXT_LIMITS.author;
  const more = ({ authors = '' }: Values): readonly Problem[] =>
    itemsIn(authors).some((name) => name.length > limit)
      ? [{ field: 'authors', text: WORDING[asking.locale].problemAuthors(limit) }]
      : [];
  return saved(asking, { form: bookForm(asking), values, save: (good) => saveBook(asking.session, good), more });
}

function submitScene(asking: Asking, scene: SceneFacts, { form, values, by }: Submission): Turn {
  const { session } = asking;
  const { locale } = session;
  const change = (to: (old: SceneFacts) => SceneFacts): OpenSession => changeScene(session, scene.key, to);
  switch (form) {
    case 'caption': {
      // Sent by itself and unchanged, it is wanted so; in form A it merely stands beside what was asked for.
      const saveInto = (old: SceneFacts, caption: string): SceneFacts =>
        caption === old.caption?.text ? keepCaption(old) : writeCaption(old, caption, locale, by);
      const save = ({ caption }: Values) => (caption === undefined ? session : change((old) => saveInto(old, caption)));
      return saved(asking, { form: captionForm(scene, asking), values, save });
    }
    case 'text': {
      const save = ({ text }: Values) => (text ? change((old) => writeText(old, text, locale, by)) : session);
      return saved(asking, { form: textForm(scene, asking), values, save });
    }
    case 'versions': {
      const save = ({ version }: Values) => (version ? change((old) => chooseVersion(old, version)) : session);
      return saved(asking, { form: versionsForm(scene, asking), values, save });
    }
    case 'book':
      return submitBook(asking, values);
    default: {
      const save = (good: Values) => change((old) => saveScene(old, form, { values: good, by }, locale));
      return saved(asking, { form: sceneForm(form, scene, asking), values, save });
    }
  }
}

export function submit(asking: Asking, submission: Submission): Turn {
  if (submission.form === 'book') return submitBook(asking, submission.values);
  const scene = asking.session.scenes.find(({ key }) => key === submission.scene);
  if (scene) return submitScene(asking, scene, submission);
  return saveRemoved(asking, submission);
}

/** A form about a scene that was taken out meanwhile: what was typed is kept with it, in case it is put back. */
function saveRemoved(asking: Asking, { form, scene: key, values, by }: Submission): Turn {
  const { session, locale } = asking;
  const scene = session.removed.find((candidate) => candidate.key === key);
  const answers = [
    notice(WORDING[locale].sceneGone),
    { to: 'actor', type: 'card', card: cardOf(session, locale) } as const,
  ];
  if (!scene || (form !== 'A' && form !== 'B' && form !== 'C')) return { session, answers };
  const { good } = checkValues(sceneForm(form, scene, asking), values, locale);
  const save = (old: SceneFacts): SceneFacts => saveScene(old, form, { values: good, by }, session.locale);
  const change = (old: SceneFacts): SceneFacts => (old === scene ? save(old) : old);
  return { session: { ...session, removed: session.removed.map(change) }, answers };
}
