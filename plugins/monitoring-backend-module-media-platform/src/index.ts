/**
 * The packs of the media platform: the worked example of a third-party module.
 *
 * @packageDocumentation
 */
export { mediaPlatformPacks } from './mediaPlatformPacks';
export { monitoringModuleMediaPlatform as default } from './module';
export { gatewaySecurityPack } from './packs/gateway-security';
export { mediaGatewayPack } from './packs/media-gateway';
export { mediaIngestorPack } from './packs/media-ingestor';
export { mediaServicePack } from './packs/media-service';
export { variantGeneratorPack } from './packs/variant-generator';
