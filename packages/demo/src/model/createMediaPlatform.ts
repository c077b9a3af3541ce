import { SimulatedTarget } from './SimulatedTarget';
import { createBillingExport } from './targets/billingExport';
import { createGateway } from './targets/gateway';
import { createIngestor } from './targets/ingestor';
import { createMediaService } from './targets/mediaService';
import { createMinio } from './targets/minio';
import { createNats } from './targets/nats';
import { createOpensearch } from './targets/opensearch';
import { createPostgresql } from './targets/postgresql';
import { createRedis } from './targets/redis';
import { createThumbnailCache } from './targets/thumbnailCache';
import { createVariantGenerator } from './targets/variantGenerator';

/** Everything that Prometheus scrapes in the demo. */
export function createMediaPlatform(): SimulatedTarget[] {
  return [
    createIngestor(),
    createMediaService(),
    createGateway(),
    createVariantGenerator(),
    createPostgresql(),
    createNats(),
    createRedis(),
    createMinio(),
    createOpensearch(),
    createThumbnailCache(),
    createBillingExport(),
  ];
}
