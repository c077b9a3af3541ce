import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { httpPack } from './http';

/** The packs that need no module. */
export const builtInPacks: MonitoringPack[] = [httpPack];
