// The thinking room's door: the engines that a configuration chooses, what is done with them, and the models on the shelf.
export type { BlipEngine, MadeCaption } from './captioner/blip-engine.ts';
export {
  type BuildStep,
  type BuiltDataset,
  buildDataset,
  type CaptionSettings,
  type Describing,
  type FaultKind,
  synthesizeDataset,
} from './dataset.ts';
export * from './decoding.ts';
export { describePictures } from './describe.ts';
export {
  type ChosenEngine,
  captionerNameOf,
  checkDevice,
  checkEngine,
  chooseCaptioner,
  chooseKeywords,
  chooseModerator,
  chooseStoryteller,
  chooseTranslator,
  enginesOf,
  kindsElsewhere,
  openBlip,
  openKogpt2,
  openKot5,
  tryEngine,
} from './engines.ts';
export * from './evaluation.ts';
export type { GenerationOptions } from './generation/types.ts';
export { MOST_FRAMES, type PictureLimits as ReceiveLimits, receivePicture } from './image/receive.ts';
export { type Format, sniff } from './image/sniff.ts';
export { makeThumbnail } from './image/thumbnail.ts';
export { serviceName } from './llm/failure.ts';
export type { SoundModel } from './models.ts';
export { assertSuitable, toldIn, writtenIn, writtenInAnthology, writtenInBook } from './moderated.ts';
export { forbiddenStoryteller, narrowed } from './narrowed.ts';
export type { DeviceReport } from './onnx/device.ts';
export { type ChildQueueOptions, createChildQueue } from './queue/child.ts';
export { createInlineQueue, type InlineQueueOptions } from './queue/inline.ts';
export { addModel, listModels, modelsToPull, planRemoval, pullModel, removeModel, verifyModels } from './shelf.ts';
export type { Kogpt2Page } from './storyteller/kogpt2-engine.ts';
export type { Kot5Engine, Kot5Page } from './storyteller/kot5-engine.ts';
export { kot5Scenes } from './storyteller/kot5-scenes.ts';
export type { Trial } from './trial.ts';
export type { Captioner, KeywordSuggester, LoadedPicture, Moderator, Storyteller, Translator } from './types.ts';
export type { ModelEntry } from './weights/list.ts';
export { captionOffer, isFirstOffer, type ModelOffer } from './weights/offer.ts';
export type { PulledModel } from './weights/pull.ts';
export { isRemembered, withRememberedModels } from './weights/remembered.ts';
export type { Removal } from './weights/remove.ts';
export type { WeightsEvent } from './weights/types.ts';
export type { VerifiedModel } from './weights/verify.ts';
export { writeBook } from './write.ts';
