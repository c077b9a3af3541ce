export * from './CursorStore';
export * from './crosshair';
export * from './markDashes';
export * from './measureText';
export * from './useCursor';
export * from './useUPlot';
