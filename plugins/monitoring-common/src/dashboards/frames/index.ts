export * from './applyFieldConfig';
export * from './DataFrame';
export * from './fieldDisplayName';
export * from './framesOfResult';
export * from './preparePanelData';
