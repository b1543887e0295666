// The rendering room's door: a book to a PDF and to images of its pages, and the page formats there are.
export { probeFonts } from './fonts/probe.ts';
export { type Leaflet, type LeafletPart, makeLeaflet } from './leaflet.ts';
export { type Booklet, type BookletOptions, makeBledPages, makeBooklet } from './press/booklet.ts';
export type { PaperName } from './press/paper.ts';
export { makeTestSheet } from './press/test-sheet.ts';
export { DEFAULT_BUDGET, type Rendering, type RenderOptions, renderBook } from './render.ts';
export type { SheetImage } from './screen/draw.ts';
