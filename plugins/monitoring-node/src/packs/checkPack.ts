import { validatePromql } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringPack, PackContext } from './MonitoringPack';
import { sliQueries } from './sliQueries';

const NUMBER = '5m';

/** Grafana's own variables, as PromQL can parse them. */
function fillIn(expression: string): string {
  return expression
    .replace(/\$__(rate_interval|interval|range)\b/g, NUMBER)
    .replace(/\$(selector|window)\b/g, (_all, name) =>
      name === 'window' ? NUMBER : 'service="x"',
    );
}

function checkExpression(where: string, expression: string): string[] {
  const fault = validatePromql(fillIn(expression));
  return fault ? [`${where}: ${fault.message}: ${expression}`] : [];
}

/** A dashboard or an alert of one service that shows another's series is worse than none. */
function checkSelector(
  where: string,
  expression: string,
  selector: string,
): string[] {
  return expression.includes(selector)
    ? []
    : [`${where} does not select the entity's series: ${expression}`];
}

function findDoubles(what: string, values: (string | number)[]): string[] {
  return values
    .filter((value, index) => values.indexOf(value) !== index)
    .map(value => `${what} '${value}' is used twice`);
}

function checkPanel(where: string, panel: any, selector: string): string[] {
  const faults = ['title', 'description']
    .filter(field => !panel[field])
    .map(field => `${where} has no ${field}`);
  if (!panel.fieldConfig?.defaults?.unit) {
    faults.push(`${where} has no unit`);
  }
  for (const target of panel.targets ?? []) {
    if (!target.legendFormat) {
      faults.push(`${where} has a query without a legend`);
    }
    faults.push(...checkExpression(where, target.expr));
    faults.push(...checkSelector(where, target.expr, selector));
  }
  return faults;
}

/** Its choices must be the entity's own. */
function checkVariables(where: string, model: any, selector: string): string[] {
  return ((model.templating?.list ?? []) as any[])
    .filter(({ type }) => type === 'query')
    .flatMap(({ name, definition }) =>
      checkSelector(`${where}/$${name}`, String(definition), selector),
    );
}

function checkDashboards(pack: MonitoringPack, context: PackContext): string[] {
  const dashboards = pack.dashboards(context);
  return [
    ...findDoubles(
      'dashboard id',
      dashboards.map(({ id }) => id),
    ),
    ...dashboards.flatMap(({ id, model }) => {
      const panels = (model.panels ?? []) as any[];
      return [
        ...findDoubles(
          `panel id in ${id}`,
          panels.map(panel => panel.id),
        ),
        ...panels
          .filter(({ type }) => type !== 'row')
          .flatMap(panel =>
            checkPanel(`${id}/${panel.id}`, panel, context.selector),
          ),
        ...checkVariables(id, model, context.selector),
      ];
    }),
  ];
}

function checkAlerts(pack: MonitoringPack, context: PackContext): string[] {
  const panels = new Set(
    pack
      .dashboards(context)
      .flatMap(({ id, model }) =>
        ((model.panels ?? []) as any[]).map(panel => `${id}/${panel.id}`),
      ),
  );
  const alerts = pack.alerts(context);
  const seesGaps = alerts.some(({ expression }) =>
    /\babsent(_over_time)?\(/.test(expression),
  );
  return [
    ...(alerts.length === 0 || seesGaps
      ? []
      : ['no alert fires when the metrics vanish; see metricsMissingAlert']),
    ...findDoubles(
      'alert name',
      alerts.map(({ name }) => name),
    ),
    ...alerts.flatMap(({ name, expression, summary, description, panel }) => [
      ...(/^[A-Z][A-Za-z0-9]+$/.test(name) ? [] : [`${name} is not CamelCase`]),
      ...checkExpression(name, expression),
      ...checkSelector(name, expression, context.selector),
      ...(summary ? [] : [`${name} has no summary`]),
      ...(description.includes('$value')
        ? []
        : [`${name} does not say the current value`]),
      ...(panel && !panels.has(`${panel.dashboard}/${panel.panelId}`)
        ? [`${name} points to a panel that does not exist`]
        : []),
    ]),
  ];
}

function checkSlis(pack: MonitoringPack, context: PackContext): string[] {
  const slis = pack.slis(context);
  return [
    ...findDoubles(
      'SLI id',
      slis.map(({ id }) => id),
    ),
    ...slis.flatMap(({ id, sli }) => [
      ...(id.startsWith(`${pack.id}:`)
        ? []
        : [`the SLI ${id} does not start with ${pack.id}:`]),
      ...sliQueries(sli).flatMap(({ query }) => [
        ...checkExpression(id, query),
        ...checkSelector(id, query, '$selector'),
      ]),
    ]),
  ];
}

function checkProbes({ probes = [] }: MonitoringPack): string[] {
  return [
    ...findDoubles(
      'probe id',
      probes.map(({ id }) => id),
    ),
    ...probes.flatMap(({ id, metric, matchers }) =>
      checkExpression(
        `the probe ${id}`,
        `${metric}{${['service="x"', matchers].filter(Boolean).join(', ')}}`,
      ),
    ),
  ];
}

/**
 * Says what is wrong with a pack: expressions that do not parse or
 * do not select the entity's series, panels without title, unit,
 * description or legend, ids used twice, alerts that point nowhere or all fall silent with their
 * metrics. Meant for the pack's own test.
 *
 * @returns one sentence per fault; empty for a sound pack
 * @public
 */
export function checkPack(
  pack: MonitoringPack,
  context: PackContext,
): string[] {
  return [
    ...(/^[a-z0-9-]+$/.test(pack.id) ? [] : [`'${pack.id}' is no pack id`]),
    ...checkDashboards(pack, context),
    ...checkAlerts(pack, context),
    ...checkSlis(pack, context),
    ...checkProbes(pack),
  ];
}
