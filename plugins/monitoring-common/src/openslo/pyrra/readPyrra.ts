import { SloWindow } from '../../durations/SloWindow';
import { parseDuration } from '../../durations/parseDuration';
import { SloAlerting } from '../../slo/types';
import { definitionName } from '../definitionName';
import { readPercentage } from '../readPercentage';
import { ReadSlo, readSloOf } from '../ReadSlo';
import { SloDefinition } from '../SloDefinition';
import { readDescription } from '../v1/readMetadata';
import { ProblemLog } from '../yaml/ProblemLog';
import { YamlNode } from '../yaml/YamlNode';
import { readPyrraIndicator } from './readPyrraIndicator';

/** Rolling windows, in seconds. */
const SHORTEST = 3_600;
const LONGEST = 90 * 86_400;

/** Fields that say how Pyrra makes its rules. */
const MAKING = [
  'partial_response_strategy',
  'performanceOverAccuracy',
  'ruleOutput',
];
/** Fields of `alerting` that name alerts. */
const NAMING = ['name', 'absentName', 'severities'];

/** Reads an object of Pyrra, a `ServiceLevelObjective`. */
export function readPyrra(node: YamlNode, log: ProblemLog): ReadSlo[] {
  const { value, errors } = log.watch(() => readObject(node));
  const name = node.get('metadata').get('name');
  return [readSloOf(name, value ? [value] : [], errors)];
}

function readObject(node: YamlNode): SloDefinition | undefined {
  node.expectMap('the ServiceLevelObjective', [
    'apiVersion',
    'kind',
    'metadata',
    'spec',
    'status',
  ]);
  const kind = node.get('kind');
  if (kind.text() !== 'ServiceLevelObjective') {
    kind.error(`must be ServiceLevelObjective, not ${kind.quote()}`);
  }
  const title = node.get('metadata').get('name').text() ?? '';
  const name = definitionName(title);
  if (name === '') {
    node.get('metadata').get('name').error('is missing');
  }
  const spec = node.get('spec');
  const fields = ['target', 'window', 'description', 'indicator', 'alerting'];
  if (!spec.expectMap('spec', [...fields, ...MAKING])) {
    return undefined;
  }
  warnOf(spec, MAKING, 'is not used: rules are made in our way');
  const objective = readPercentage(spec.get('target'), { isText: true });
  const window = readWindow(spec.get('window'));
  const sli = readPyrraIndicator(spec.get('indicator'));
  const alerting = readAlerting(spec.get('alerting'));
  const description = readDescription(spec.get('description'));
  return sli && window && objective !== undefined && name !== ''
    ? {
        name,
        title,
        ...(description ? { description } : {}),
        sliName: name,
        service: name,
        sli,
        objective,
        window,
        budgetingMethod: 'Occurrences',
        ...(alerting ? { alerting } : {}),
        source: 'pyrra',
      }
    : undefined;
}

function readWindow(node: YamlNode): SloWindow | undefined {
  const text = node.text();
  const duration = text === undefined ? undefined : parseDuration(text);
  if (
    duration === undefined ||
    duration < SHORTEST ||
    duration > LONGEST ||
    duration % 60 !== 0
  ) {
    node.error(
      node.isMissing
        ? 'is missing: a duration such as 4w'
        : `${node.quote()} is no window: a duration from 1h to 90d, such as 4w`,
    );
    return undefined;
  }
  return { type: 'rolling', duration };
}

function readAlerting(node: YamlNode): SloAlerting | undefined {
  if (node.isMissing) {
    return undefined;
  }
  node.expectMap('alerting', ['disabled', 'burnrates', 'absent', ...NAMING]);
  warnOf(
    node,
    NAMING,
    'is not used: alerts have names and severities of their own',
  );
  const isOff =
    node.get('disabled').flag() === true ||
    node.get('burnrates').flag() === false;
  if (node.get('absent').flag() === false && !isOff) {
    node
      .get('absent')
      .warn('is false, but an SLO whose metrics are gone always says so');
  }
  return isOff ? { enabled: false } : undefined;
}

function warnOf(node: YamlNode, fields: string[], message: string): void {
  for (const field of fields.filter(key => !node.get(key).isMissing)) {
    node.get(field).warn(message);
  }
}
