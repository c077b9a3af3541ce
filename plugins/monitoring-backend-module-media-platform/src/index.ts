/**
 * The packs of the media platform: the worked example of a third-party module.
 *
 * @packageDocumentation
 */
export { monitoringModuleMediaPlatform as default } from './module';
export { mediaIngestorPack } from './packs/media-ingestor';
