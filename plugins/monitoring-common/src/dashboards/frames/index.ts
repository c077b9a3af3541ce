export * from './applyFieldConfig';
export * from './DataFrame';
export * from './fieldDisplayName';
export * from './fieldMatches';
export * from './frameDisplayName';
export * from './framesOfResult';
export * from './preparePanelData';
export * from './writeFieldName';
