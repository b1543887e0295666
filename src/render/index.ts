// The rendering room's door: a book, or an anthology of many, to PDFs and to images of their pages.
export {
  type AnthologyOptions,
  type BoundAnthology,
  type BoundChapter,
  type BoundVolume,
  renderAnthology,
} from './anthology.ts';
export { probeFonts } from './fonts/probe.ts';
export { type Leaflet, type LeafletPart, makeLeaflet } from './leaflet.ts';
export { type Outlined, outlined } from './outlined.ts';
export { type Booklet, type BookletOptions, makeBledPages, makeBooklet } from './press/booklet.ts';
export type { PaperName } from './press/paper.ts';
export { makeTestSheet } from './press/test-sheet.ts';
export { DEFAULT_BUDGET, type Rendering, type RenderOptions, renderBook } from './render.ts';
export type { SheetImage } from './screen/draw.ts';
