export { mediaIngestorPack } from './mediaIngestorPack';
