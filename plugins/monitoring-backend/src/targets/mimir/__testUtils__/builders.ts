import {
  ManagedObjectKind,
  objectUid,
} from '@sightline/backstage-plugin-monitoring-common';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { hashMimirGroups } from '../hashMimirGroups';

export const REF = 'component:default/ingestor';

/** The groups of an SLO: one that records, one that alerts. */
export function sloGroups(expr = 'sum(rate(errors[5m]))') {
  return [
    {
      name: `sightline:slo:${REF}:sli:http:availability`,
      interval: '30s',
      rules: [
        { record: 'sli:ratio5m', expr, labels: { b: '2', a: '1' } },
        { record: 'sli:ratio1h', expr: 'avg_over_time(sli:ratio5m[1h])' },
      ],
    },
    {
      name: `sightline:slo:${REF}:burn:availability`,
      rules: [
        {
          alert: 'SloBurnRateFast',
          expr: 'sli:ratio5m > 14.4 * 0.001',
          for: '90s',
          labels: { severity: 'critical' },
          annotations: { summary: 'budget burns' },
        },
      ],
    },
  ];
}

/** Rule groups as they are wanted. */
export function wantedGroups(
  groups: object[] = sloGroups(),
  more: Partial<DesiredObject> = {},
): DesiredObject {
  const kind: ManagedObjectKind = 'slo-rule-group';
  const key = `${REF}|${kind}|slos`;
  const content = { groups };
  return {
    key,
    kind,
    entityRef: REF,
    target: 'mimir:default',
    uid: objectUid(key),
    title: 'ingestor · SLO rules',
    content,
    hash: hashMimirGroups(content),
    ...more,
  };
}
