export {
  bindSloDefinition,
  definedSloId,
  type SloBinding,
} from './bindSloDefinition';
export { looksLikeSloDocuments } from './looksLikeSloDocuments';
export { parseOpenSlo } from './parseOpenSlo';
export { parseSloDocuments } from './parseSloDocuments';
export { parseSloth } from './parseSloth';
export { limitSli } from './queries/limitSli';
export * from './SloDefinition';
export { toOpenSlo, type ToOpenSloOptions } from './toOpenSlo';
