export * from './TextPanel';
