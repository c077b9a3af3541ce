export { minioPack } from './minioPack';
export { MINIO_PANELS } from './minioPanels';
