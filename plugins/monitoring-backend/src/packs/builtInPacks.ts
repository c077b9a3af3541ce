import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { httpPack } from './http';
import { minioPack } from './minio';

/** The packs that need no module. */
export const builtInPacks: MonitoringPack[] = [httpPack, minioPack];
