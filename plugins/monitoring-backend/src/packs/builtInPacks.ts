import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { graphqlPack } from './graphql';
import { httpPack } from './http';
import { infrastructurePack } from './infrastructure';
import { minioPack } from './minio';
import { natsPack } from './nats';
import { nodejsPack } from './nodejs';
import { opensearchPack } from './opensearch';
import { postgresqlPack } from './postgresql';
import { processPack } from './process';
import { redisPack } from './redis';
import { sightlinePack } from './sightline';

/** The packs that need no module. */
export const builtInPacks: MonitoringPack[] = [
  httpPack,
  graphqlPack,
  nodejsPack,
  processPack,
  postgresqlPack,
  redisPack,
  natsPack,
  minioPack,
  opensearchPack,
  infrastructurePack,
  sightlinePack,
];
