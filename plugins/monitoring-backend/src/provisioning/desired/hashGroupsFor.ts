import { hashContent } from '@sightline/backstage-plugin-monitoring-node';
import { hashMimirGroups } from '../../targets';

/** How a target hashes the rule groups that it reads back. */
export function hashGroupsFor(
  target: string,
): (content: Record<string, unknown>) => string {
  return target.startsWith('mimir:') ? hashMimirGroups : hashContent;
}
