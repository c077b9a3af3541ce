export type { TransformationContext } from './Transform';
export * from './transformFrames';
export { isTransformationKnown } from './transformationIds';
