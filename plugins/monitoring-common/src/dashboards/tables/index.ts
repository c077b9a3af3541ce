export { applyTransformations } from './applyTransformations';
export { sortFrame } from './sortRows';
export { tableFrames } from './tableFrames';
export { fieldName } from './TableFrame';
export type { TableField, TableFrame, TableValue } from './TableFrame';
