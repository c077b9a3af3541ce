import { sloWindowSeconds } from '../../slo/windows/sloWindowSeconds';
import { percentText } from '../../slo/arithmetic/percentText';
import { definitionName } from '../definitionName';
import { SloDefinition } from '../SloDefinition';
import { YamlNode } from '../yaml/YamlNode';
import { readAlerting } from './readAlerting';
import { Indicator, readIndicatorOf } from './readIndicator';
import {
  Metadata,
  readDescription,
  readMetadata,
  readTitle,
} from './readMetadata';
import { readBudgetingMethod } from './readBudgetingMethod';
import { OBJECTIVE_FIELDS, readObjective } from './readObjective';
import { readTimeWindow } from './readTimeWindow';
import { V1Objects } from './V1Objects';

/** Each is an SLO of its own. */
const MOST_OBJECTIVES = 20;

const SLO_FIELDS = [
  'description',
  'service',
  'indicator',
  'indicatorRef',
  'timeWindow',
  'budgetingMethod',
  'objectives',
  'alertPolicies',
];

/** The definitions that an OpenSLO `SLO` comes to: one for each objective. */
export function readSlo(node: YamlNode, objects: V1Objects): SloDefinition[] {
  node.expectMap('the SLO', ['apiVersion', 'kind', 'metadata', 'spec']);
  const metadata = readMetadata(node.get('metadata'), { identifies: true });
  const spec = node.get('spec');
  if (!spec.expectMap('spec of the SLO', SLO_FIELDS)) {
    return [];
  }
  const name = definitionName(metadata.name);
  const description = readDescription(spec.get('description'));
  const service = readService(spec.get('service'), objects);
  const indicator = readSingleIndicator(spec, objects, name);
  const window = readTimeWindow(spec.get('timeWindow'));
  const method = readBudgetingMethod(spec.get('budgetingMethod'));
  const windowSeconds = window ? sloWindowSeconds(window) : Infinity;
  const alerting = window
    ? readAlerting(spec.get('alertPolicies'), objects, metadata.annotations, {
        name,
        windowSeconds,
      })
    : undefined;
  const objectives = readObjectives(spec.get('objectives'));
  if (indicator && 'gauge' in indicator.metric && objectives.length > 1) {
    spec
      .get('objectives')
      .warn(
        'has several entries, which other tools refuse with a thresholdMetric; each is an SLO here',
      );
  }
  return objectives.flatMap((objective, index): SloDefinition[] => {
    const read =
      indicator &&
      method &&
      readObjective(objective, indicator, method, windowSeconds);
    const title = titleOf(
      metadata,
      objective,
      objectives.length,
      read?.objective,
    );
    if (!read || !window || service === undefined) {
      return [];
    }
    const suffix = objectives.length > 1 ? `-${index + 1}` : '';
    return [
      {
        name: definitionName(name, suffix),
        title,
        ...(description ? { description } : {}),
        sliName: indicator.name,
        service,
        sli: read.sli,
        objective: read.objective,
        window,
        budgetingMethod: method,
        ...(read.timeSlice ? { timeSlice: read.timeSlice } : {}),
        ...(alerting ? { alerting } : {}),
        source: 'openslo',
        ...(Object.keys(metadata.labels).length > 0
          ? { labels: metadata.labels }
          : {}),
      },
    ];
  });
}

function titleOf(
  metadata: Metadata,
  objective: YamlNode,
  objectives: number,
  target: string | undefined,
): string {
  const title = metadata.title ?? metadata.name;
  const own = readTitle(objective.get('displayName'));
  if (objectives === 1) {
    return title;
  }
  return `${title} (${own ?? (target ? `${percentText(target)} %` : '')})`;
}

function readService(node: YamlNode, objects: V1Objects): string | undefined {
  const service = node.text();
  if (service === undefined || service === '') {
    node.error('is missing: the name of the service that the SLO is of');
    return undefined;
  }
  const object = objects.find('Service', service);
  if (object) {
    checkService(object);
  }
  return service;
}

/** Checks a `Service`, of which nothing is used. */
export function checkService(node: YamlNode): void {
  node.expectMap('the Service', ['apiVersion', 'kind', 'metadata', 'spec']);
  readMetadata(node.get('metadata'), { identifies: false });
  const spec = node.get('spec');
  if (
    !spec.isMissing &&
    spec.expectMap('spec of the Service', ['description'])
  ) {
    readDescription(spec.get('description'));
  }
}

function readObjectives(node: YamlNode): YamlNode[] {
  if (node.items().length === 0) {
    node.error(
      node.isMissing
        ? 'is missing: a list with at least one, such as - target: 0.999'
        : 'must be a list of at least one objective',
    );
  }
  if (node.items().length > MOST_OBJECTIVES) {
    node.error(
      `has ${
        node.items().length
      } objectives; an SLO has at most ${MOST_OBJECTIVES}`,
    );
    return [];
  }
  return node
    .items()
    .filter(item => item.expectMap('the objective', OBJECTIVE_FIELDS));
}

/** The one indicator of an SLO, on `spec` or in its only objective. */
function readSingleIndicator(
  spec: YamlNode,
  objects: V1Objects,
  fallback: string,
): Indicator | undefined {
  const holders = spec.get('objectives').items().filter(measuresItself);
  for (const objective of spec.get('objectives').items()) {
    if (!objective.get('compositeWeight').isMissing && holders.length < 2) {
      objective
        .get('compositeWeight')
        .warn('has a meaning in a composite SLO only, and is not used');
    }
  }
  if (!measuresItself(spec)) {
    if (holders.length > 1) {
      spec
        .get('objectives')
        .error(
          'measure an indicator each, which is a composite SLO; those are not supported. Write an SLO for each objective',
        );
      return undefined;
    }
    if (holders.length === 0) {
      spec.error('needs an indicator or an indicatorRef');
      return undefined;
    }
    return readIndicatorOf(holders[0], objects, fallback);
  }
  if (holders.length > 0) {
    holders[0].error(
      'has an indicator, and spec has one; an SLO has it in one of both places',
    );
    return undefined;
  }
  return readIndicatorOf(spec, objects, fallback);
}

function measuresItself(node: YamlNode): boolean {
  return (
    !node.get('indicator').isMissing || !node.get('indicatorRef').isMissing
  );
}
