// The rendering room's door: a book to a PDF and to images of its pages, and the page formats there are.
export { probeFonts } from './fonts/probe.ts';
export { DEFAULT_BUDGET, type Rendering, type RenderOptions, renderBook } from './render.ts';
export type { SheetImage } from './screen/draw.ts';
