import {
  objectKey,
  objectUid,
} from '@sightline/backstage-plugin-monitoring-common';
import { GrafanaConfig } from './types';

/** Uid of the folder that holds what we write to a Grafana. */
export function grafanaFolderUid({ id }: GrafanaConfig): string {
  return objectUid(objectKey(`sightline/${id}`, 'folder', 'folder'));
}
