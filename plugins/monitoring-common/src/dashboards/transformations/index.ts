export * from './transformFrames';
