import { builtInCatalogue } from '../../slo/alerts/burnRateCatalogues';
import { Sli, SloAlerting } from '../../slo/types';
import { definitionName } from '../definitionName';
import { readRatioQuery } from '../queries/readQuery';
import { readPercentage } from '../readPercentage';
import { ReadSlo, readSloOf } from '../ReadSlo';
import { SloDefinition } from '../SloDefinition';
import { readLabels } from '../v1/readMetadata';
import { readPair, tryRead } from '../v1/readIndicator';
import { ProblemLog } from '../yaml/ProblemLog';
import { YamlNode } from '../yaml/YamlNode';
import { SLOTH_FILE, SLOTH_KUBERNETES, SlothFields } from './slothFields';

/** Sloth's default; a specification does not say its period. 30 days in seconds. */
const PERIOD = 30 * 86_400;

/** SLOs of one service. */
const MOST_SLOS = 200;

/** Reads a specification of Sloth: `version: prometheus/v1`. */
export function readSloth(node: YamlNode, log: ProblemLog): ReadSlo[] {
  node.expectMap('the specification', ['version', 'service', 'labels', 'slos']);
  return readSpec(node, SLOTH_FILE, log);
}

/** Reads a `PrometheusServiceLevel` of Sloth's operator. */
export function readServiceLevel(node: YamlNode, log: ProblemLog): ReadSlo[] {
  node.expectMap('the PrometheusServiceLevel', [
    'apiVersion',
    'kind',
    'metadata',
    'spec',
    'status',
  ]);
  if (node.get('kind').text() !== 'PrometheusServiceLevel') {
    node
      .get('kind')
      .error(
        `must be PrometheusServiceLevel, not ${node
          .get('kind')
          .quote()}. The object is left out`,
      );
    return [];
  }
  const spec = node.get('spec');
  return spec.expectMap('spec', ['service', 'labels', 'slos', 'sloPlugins'])
    ? readSpec(spec, SLOTH_KUBERNETES, log)
    : [];
}

function readSpec(
  node: YamlNode,
  fields: SlothFields,
  log: ProblemLog,
): ReadSlo[] {
  const { value: service, errors } = log.watch(() => {
    const text = node.get('service').text();
    if (!text) {
      node.get('service').error('is missing: the name of the service');
    }
    return text ?? '';
  });
  const labels = readLabels(node.get('labels'));
  const slos = node.get('slos');
  if (slos.items().length === 0) {
    slos.error('must be a list of at least one SLO');
  }
  if (slos.items().length > MOST_SLOS) {
    slos.error(
      `has ${slos.items().length} SLOs; only the first ${MOST_SLOS} are read`,
    );
  }
  return slos
    .items()
    .slice(0, MOST_SLOS)
    .map((slo): ReadSlo => {
      const read = log.watch(() => readOne(slo, fields, { service, labels }));
      return readSloOf(slo.get('name'), read.value ? [read.value] : [], [
        ...errors,
        ...read.errors,
      ]);
    });
}

function readOne(
  node: YamlNode,
  fields: SlothFields,
  common: { service: string; labels: Record<string, string[]> },
): SloDefinition | undefined {
  const isMap = node.expectMap('the SLO', [
    'name',
    'description',
    'objective',
    'labels',
    'sli',
    'alerting',
    'plugins',
  ]);
  if (!isMap) {
    return undefined;
  }
  const title = node.get('name').text();
  const name = definitionName(title ?? '');
  if (name === '') {
    node.get('name').error('is missing: what the SLO is called');
  }
  if (!node.get('plugins').isMissing) {
    node.get('plugins').warn('are not run, and are not used');
  }
  const objective = readPercentage(node.get('objective'));
  const sli = readSli(node.get('sli'), fields);
  const alerting = readAlerting(node.get('alerting'), fields);
  const labels = { ...common.labels, ...readLabels(node.get('labels')) };
  const description = node.get('description').text()?.trim();
  return sli && objective !== undefined && name !== ''
    ? {
        name,
        title: title!,
        ...(description ? { description } : {}),
        sliName: name,
        service: common.service,
        sli,
        objective,
        window: { type: 'rolling', duration: PERIOD },
        budgetingMethod: 'Occurrences',
        ...(alerting ? { alerting } : {}),
        source: 'sloth',
        ...(Object.keys(labels).length > 0 ? { labels } : {}),
      }
    : undefined;
}

function readSli(node: YamlNode, fields: SlothFields): Sli | undefined {
  if (!node.expectMap('sli', ['raw', 'events', 'plugin'])) {
    return undefined;
  }
  const present = ['raw', 'events', 'plugin'].filter(
    key => !node.get(key).isMissing,
  );
  if (present.length !== 1) {
    node.error('needs one of events and raw, and only one of them');
    return undefined;
  }
  if (present[0] === 'plugin') {
    node
      .get('plugin')
      .error(
        'is a program of Sloth, which is not run here. Write the queries that it makes, as events',
      );
    return undefined;
  }
  const source = node.get(present[0]);
  if (present[0] === 'raw') {
    source.expectMap('raw', [fields.errorRatioQuery]);
    const query = required(source.get(fields.errorRatioQuery));
    const errorRatio = query && tryRead(query, readRatioQuery);
    return errorRatio ? { type: 'raw', errorRatio } : undefined;
  }
  source.expectMap('events', [fields.errorQuery, fields.totalQuery]);
  const errors = required(source.get(fields.errorQuery));
  const total = required(source.get(fields.totalQuery));
  const pair = errors && total && readPair(errors, total, undefined);
  return pair && { type: 'ratio', bad: pair.events, total: pair.total };
}

function required(node: YamlNode): YamlNode | undefined {
  if (node.isMissing) {
    node.error('is missing');
    return undefined;
  }
  return node;
}

function readAlerting(
  node: YamlNode,
  fields: SlothFields,
): SloAlerting | undefined {
  const parts = ['name', 'labels', 'annotations'];
  if (
    node.isMissing ||
    !node.expectMap('alerting', [
      ...parts,
      fields.pageAlert,
      fields.ticketAlert,
    ])
  ) {
    return undefined;
  }
  for (const key of parts.filter(name => !node.get(name).isMissing)) {
    node
      .get(key)
      .warn(
        'is not used: alerts have names and labels of their own, and monitoring/notify says who is told',
      );
  }
  const [page, ticket] = [fields.pageAlert, fields.ticketAlert].map(key => {
    const alert = node.get(key);
    if (alert.isMissing) {
      return true;
    }
    alert.expectMap(key, ['disable', 'labels', 'annotations']);
    for (const part of ['labels', 'annotations']) {
      if (!alert.get(part).isMissing) {
        alert.get(part).warn('are not used');
      }
    }
    return alert.get('disable').flag() !== true;
  });
  if (page && ticket) {
    return undefined;
  }
  if (!page && !ticket) {
    return { enabled: false };
  }
  const severity = page ? 'page' : 'ticket';
  return {
    catalogue: {
      name: `google-${severity}`,
      pairs: builtInCatalogue(PERIOD).pairs.filter(
        pair => pair.severity === severity,
      ),
    },
  };
}
