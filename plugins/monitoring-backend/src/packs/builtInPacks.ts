import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { graphqlPack } from './graphql';
import { httpPack } from './http';
import { minioPack } from './minio';
import { nodejsPack } from './nodejs';
import { processPack } from './process';

/** The packs that need no module. */
export const builtInPacks: MonitoringPack[] = [
  httpPack,
  graphqlPack,
  nodejsPack,
  processPack,
  minioPack,
];
