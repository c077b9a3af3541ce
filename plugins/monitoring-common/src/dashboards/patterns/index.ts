export * from './compilePattern';
