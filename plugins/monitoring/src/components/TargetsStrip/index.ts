export * from './TargetsStrip';
