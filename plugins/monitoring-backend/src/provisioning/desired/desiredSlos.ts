import {
  generateSloRules,
  identityRef,
  objectKey,
  objectUid,
} from '@sightline/backstage-plugin-monitoring-common';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { ResolvedMonitoring } from '../../packs';
import { desiredObject } from './desiredObject';
import { entityFields, objectTitle } from './entityFields';
import { hashGroupsFor } from './hashGroupsFor';

/** An entity's SLO rules as rule groups of Prometheus. */
export function desiredSloGroups(
  monitoring: ResolvedMonitoring,
  options: { target: string; runbookBaseUrl?: string },
): DesiredObject[] {
  const { spec, slos, entityUrl } = monitoring;
  if (slos.length === 0) {
    return [];
  }
  const key = objectKey(
    identityRef(spec),
    'slo-rule-group',
    'slos',
    spec.environment,
  );
  const base = spec.runbook ?? options.runbookBaseUrl;
  return [
    desiredObject(
      {
        ...entityFields(spec),
        key,
        kind: 'slo-rule-group',
        target: options.target,
        uid: objectUid(key),
        title: objectTitle(spec, 'SLO rules'),
        content: () => ({
          groups: generateSloRules(slos, {
            owner: spec.owner,
            ...(entityUrl ? { entityUrl } : {}),
            ...(base ? { runbookUrl: `${base}/SloBurnRate` } : {}),
          }),
        }),
      },
      hashGroupsFor(options.target),
    ),
  ];
}
