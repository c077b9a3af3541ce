export * from './CopyButton';
export * from './FramesTable';
export * from './TablePanel';
