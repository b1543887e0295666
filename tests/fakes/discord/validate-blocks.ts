// Limits of the components of a message: rows and their buttons, and the blocks of Components V2.
import {
  all,
  byType,
  choice,
  type Fields,
  flag,
  isFields,
  list,
  listOf,
  matching,
  type Path,
  type Problem,
  problem,
  type Rule,
  shape,
  type Together,
  text,
  whole,
} from './check.ts';
import { broken } from './faults.ts';
import {
  button,
  componentId,
  entitySelect,
  everyComponentOf,
  stringSelect,
  TYPE,
  uniqueIds,
} from './validate-parts.ts';

const MOST_COMPONENTS = 40;
const MOST_TEXT = 4000;
/** Measured by others: more than this many bytes and Discord breaks instead of explaining. */
const MOST_BYTES = 10_170;
const BYTES_OF_A_DISPLAY = 12;

const anyUrl = all(
  text(1, 2048),
  matching(/^(https?|attachment):\/\/\S+$/, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.'),
);
const attachedUrl = all(
  text(1, 2048),
  matching(/^attachment:\/\/\S+$/, 'URL_TYPE_INVALID_SCHEME', 'Scheme must be one of (attachment).'),
);
const media = shape({ url: anyUrl });
const altText = text(1, 1024);

const oneSelectAlone: Together = (fields, path) => {
  const children = listOf(fields['components']);
  const selects = children.filter((child) => isFields(child) && child['type'] !== TYPE.button);
  return selects.length > 0 && children.length > 1
    ? problem(
        [...path, 'components'],
        'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
        'The specified component exceeds the maximum width',
      )
    : [];
};

const inRow: Readonly<Record<number, Rule>> = {
  [TYPE.button]: button,
  [TYPE.stringSelect]: stringSelect,
  [TYPE.userSelect]: entitySelect,
  [TYPE.roleSelect]: entitySelect,
  [TYPE.mentionableSelect]: entitySelect,
  [TYPE.channelSelect]: entitySelect,
};

const row = shape(
  {
    components: list(
      byType(() => inRow),
      1,
      5,
    ),
  },
  { id: componentId },
  oneSelectAlone,
);
const textDisplay = shape({ content: text(1, MOST_TEXT) }, { id: componentId });
const thumbnail = shape({ media }, { id: componentId, description: altText, spoiler: flag });

const section = shape(
  {
    components: list(
      byType(() => ({ [TYPE.text]: textDisplay })),
      1,
      3,
    ),
    accessory: byType(() => ({ [TYPE.button]: button, [TYPE.thumbnail]: thumbnail })),
  },
  { id: componentId },
);

const gallery = shape(
  { items: list(shape({ media }, { description: altText, spoiler: flag }), 1, 10) },
  { id: componentId },
);
const file = shape({ file: shape({ url: attachedUrl }) }, { id: componentId, spoiler: flag });
const separator = shape({}, { id: componentId, divider: flag, spacing: choice(1, 2) });

const inContainer: Readonly<Record<number, Rule>> = {
  [TYPE.row]: row,
  [TYPE.section]: section,
  [TYPE.text]: textDisplay,
  [TYPE.gallery]: gallery,
  [TYPE.file]: file,
  [TYPE.separator]: separator,
};

const container = shape(
  {
    components: list(
      byType(() => inContainer),
      1,
      MOST_COMPONENTS,
    ),
  },
  { id: componentId, accent_color: whole(0, 0xffffff), spoiler: flag },
);

const newLayout = list(
  byType(() => ({ ...inContainer, [TYPE.container]: container })),
  0,
  MOST_COMPONENTS,
);
const oldLayout = list(
  byType(() => ({ [TYPE.row]: row })),
  0,
  5,
);

function totals(components: unknown, path: Path): readonly Problem[] {
  const placed = everyComponentOf(components, path);
  const displays = placed.filter(({ component }) => component['type'] === TYPE.text);
  const length = displays.reduce((sum, { component }) => sum + contentOf(component).length, 0);
  return [
    ...(placed.length > MOST_COMPONENTS
      ? problem(
          path,
          'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
          `At most ${MOST_COMPONENTS} components, nested ones too.`,
        )
      : []),
    ...(length > MOST_TEXT
      ? problem(
          path,
          'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
          `The displayable text exceeds ${MOST_TEXT} (${length}).`,
        )
      : []),
  ];
}

const contentOf = (component: Fields): string => String(component['content'] ?? '');

/** @throws Fault 500 for more bytes of text than Discord survives, even though every limit it names is kept. */
export function surviveBytes(components: unknown): void {
  const displays = everyComponentOf(components, []).filter(({ component }) => component['type'] === TYPE.text);
  const bytes = displays.reduce(
    (sum, { component }) => sum + Buffer.byteLength(contentOf(component)) + BYTES_OF_A_DISPLAY,
    0,
  );
  if (bytes > MOST_BYTES) throw broken();
}

export function validateComponents(components: unknown, isV2: boolean, path: Path): readonly Problem[] {
  const problems = (isV2 ? newLayout : oldLayout)(components, path);
  return problems.length > 0 ? problems : [...totals(components, path), ...uniqueIds(components, path)];
}
