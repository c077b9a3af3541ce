export * from './UnsupportedPanel';
