import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { gatewaySecurityPack } from './packs/gateway-security';
import { mediaGatewayPack } from './packs/media-gateway';
import { mediaIngestorPack } from './packs/media-ingestor';
import { mediaServicePack } from './packs/media-service';
import { variantGeneratorPack } from './packs/variant-generator';

/**
 * All packs of the media platform.
 *
 * @public
 */
export const mediaPlatformPacks: readonly MonitoringPack[] = [
  mediaIngestorPack,
  mediaServicePack,
  mediaGatewayPack,
  gatewaySecurityPack,
  variantGeneratorPack,
];
