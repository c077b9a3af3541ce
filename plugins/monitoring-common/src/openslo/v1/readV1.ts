import { definitionName } from '../definitionName';
import { ReadSlo, readSloOf } from '../ReadSlo';
import { nearestName } from '../../annotations/nearestName';
import { ProblemLog } from '../yaml/ProblemLog';
import { YamlNode } from '../yaml/YamlNode';
import { readAlertCondition } from './readAlertCondition';
import { checkPolicy } from './readAlertPolicy';
import { readDescription, readMetadata } from './readMetadata';
import { readSharedIndicator } from './readIndicator';
import { checkDataSource } from './readMetricSource';
import { checkService, readSlo } from './readSlo';
import { V1_KINDS, V1Kind, V1Objects } from './V1Objects';

/** Reads the OpenSLO v1 objects of a text; references lead to any of them. */
export function readV1(nodes: YamlNode[], log: ProblemLog): ReadSlo[] {
  const objects = V1Objects.create(log);
  const known: [V1Kind, YamlNode][] = nodes.flatMap(node => {
    const kind = kindOf(node);
    return kind ? [[kind, node]] : [];
  });
  const names = new Set<string>();
  known.forEach(([kind, node]) => objects.add(kind, node));
  return known.flatMap(([kind, node]): ReadSlo[] => {
    if (kind !== 'SLO') {
      check(kind, node, objects);
      return [];
    }
    const field = node.get('metadata').get('name');
    const name = definitionName(field.text() ?? '');
    if (names.has(name)) {
      return [];
    }
    names.add(name);
    const { value, errors } = log.watch(() => readSlo(node, objects));
    return [readSloOf(field, value, errors)];
  });
}

function kindOf(node: YamlNode): V1Kind | undefined {
  const field = node.get('kind');
  const text = field.text();
  const kind = V1_KINDS.find(known => known === text);
  if (!kind) {
    const near = text === undefined ? undefined : nearestName(text, V1_KINDS);
    field.error(
      field.isMissing
        ? `is missing: one of ${V1_KINDS.join(', ')}`
        : `${field.quote()} is no kind of OpenSLO v1${
            near ? `. Is ${near} meant?` : `: there are ${V1_KINDS.join(', ')}`
          }. The object is left out`,
    );
  }
  return kind;
}

/** Objects that something else may refer to are checked even when nothing does. */
function check(kind: V1Kind, node: YamlNode, objects: V1Objects): void {
  const fields = ['apiVersion', 'kind', 'metadata', 'spec'];
  switch (kind) {
    case 'SLI':
      readSharedIndicator(node, objects);
      break;
    case 'AlertPolicy':
      node.expectMap('the AlertPolicy', fields);
      readMetadata(node.get('metadata'), { identifies: false });
      checkPolicy(node.get('spec'));
      break;
    case 'AlertCondition':
      node.expectMap('the AlertCondition', fields);
      readAlertCondition(node);
      break;
    case 'AlertNotificationTarget':
      checkTarget(node, fields);
      break;
    case 'DataSource':
      checkDataSource(node);
      break;
    default:
      checkService(node);
  }
}

function checkTarget(node: YamlNode, fields: string[]): void {
  node.expectMap('the AlertNotificationTarget', fields);
  readMetadata(node.get('metadata'), { identifies: false });
  const spec = node.get('spec');
  if (
    spec.expectMap('spec of the AlertNotificationTarget', [
      'target',
      'description',
    ])
  ) {
    readDescription(spec.get('description'));
    if (spec.get('target').isMissing) {
      spec.get('target').error('is missing');
    }
  }
}
