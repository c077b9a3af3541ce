export type { TransformationContext } from './Transform';
export * from './transformFrames';
