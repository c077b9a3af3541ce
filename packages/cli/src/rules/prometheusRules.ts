import { RuleGroup } from '@sightline/backstage-plugin-monitoring-common';
import { stringify } from 'yaml';
import { OutputPart } from './OutputPart';
import { yamlText } from './yamlText';

/**
 * Most of one PrometheusRule. Kubernetes takes 1 MiB, but the operator writes each into a
 * ConfigMap of which it fills half of that, and refuses what is larger. In bytes.
 */
const LARGEST = 500_000;

/** A rule file of Prometheus. */
export function prometheusFile(groups: RuleGroup[]): OutputPart[] {
  return [{ file: 'sightline-slos.yaml', text: yamlText({ groups }) }];
}

/** A namespace as `mimirtool rules load` reads it. */
export function mimirNamespace(
  groups: RuleGroup[],
  namespace: string,
): OutputPart[] {
  return [
    { file: 'sightline-slos.yaml', text: yamlText({ namespace, groups }) },
  ];
}

function packed(groups: RuleGroup[]): RuleGroup[][] {
  const parts: RuleGroup[][] = [];
  let room = 0;
  for (const group of groups) {
    // In the object it stands two levels deeper.
    const text = stringify([group], {
      lineWidth: 0,
      aliasDuplicateObjects: false,
    });
    const size = Buffer.byteLength(text) + 4 * text.split('\n').length;
    if (size > room || parts.length === 0) {
      parts.push([]);
      room = LARGEST;
    }
    parts[parts.length - 1].push(group);
    room -= size;
  }
  return parts;
}

/** Objects of the Prometheus Operator, as many as it takes. */
export function prometheusRuleObjects(
  groups: RuleGroup[],
  metadata: {
    name: string;
    namespace?: string;
    labels: Record<string, string>;
  },
): OutputPart[] {
  const { name, namespace, labels } = metadata;
  return packed(groups).map((part, index) => {
    const own = index === 0 ? name : `${name}-${index + 1}`;
    return {
      file: `${own}.yaml`,
      text: yamlText({
        apiVersion: 'monitoring.coreos.com/v1',
        kind: 'PrometheusRule',
        metadata: {
          name: own,
          ...(namespace ? { namespace } : {}),
          labels: { 'app.kubernetes.io/managed-by': 'sightline', ...labels },
        },
        spec: { groups: part },
      }),
    };
  });
}
