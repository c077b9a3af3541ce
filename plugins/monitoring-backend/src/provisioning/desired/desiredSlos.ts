import {
  generateSloRules,
  objectKey,
  objectUid,
} from '@sightline/backstage-plugin-monitoring-common';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { ResolvedMonitoring } from '../../packs';
import { desiredObject } from './desiredObject';

/** An entity's SLO rules as a Prometheus rule file. */
export function desiredSloFile(
  monitoring: ResolvedMonitoring,
  options: { runbookBaseUrl?: string },
): DesiredObject[] {
  const { entityRef, title, owner, runbook } = monitoring.spec;
  if (monitoring.slos.length === 0) {
    return [];
  }
  const key = objectKey(entityRef, 'slo-rule-group', 'slos');
  const base = runbook ?? options.runbookBaseUrl;
  return [
    desiredObject({
      key,
      kind: 'slo-rule-group',
      entityRef,
      target: 'rule-files:default',
      uid: objectUid(key),
      title: `${title} · SLO rules`,
      content: {
        groups: generateSloRules(monitoring.slos, {
          owner,
          ...(monitoring.entityUrl ? { entityUrl: monitoring.entityUrl } : {}),
          ...(base ? { runbookUrl: `${base}/SloBurnRate` } : {}),
        }),
      },
    }),
  ];
}
