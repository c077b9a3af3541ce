import { isPrometheusType } from '../model/isPrometheusType';
import { DashboardModel, DashboardVariable } from '../types';

/** Types of variables that can be chosen from or filled in. */
const VARIABLES = new Set([
  'query',
  'custom',
  'interval',
  'datasource',
  'textbox',
  'constant',
  'adhoc',
  'switch',
]);

/**
 * A part of a dashboard, besides its panels, that nothing is made of.
 *
 * @public
 */
export interface IgnoredPart {
  part: 'variable' | 'annotation';
  name: string;
  /** Type of the variable, or of the data source that is asked. */
  type: string;
}

/**
 * Variables and annotations of a dashboard that Sightline leaves out.
 *
 * @public
 */
export function describeIgnored(dashboard: DashboardModel): IgnoredPart[] {
  return [
    ...dashboard.variables.filter(isVariableIgnored).map(
      ({ name, type, datasource }): IgnoredPart => ({
        part: 'variable',
        name,
        type: type === 'query' ? datasource?.type ?? type : type,
      }),
    ),
    ...dashboard.annotations
      .filter(
        ({ isBuiltIn, expr, tags, datasource }) =>
          !isBuiltIn &&
          expr === undefined &&
          tags === undefined &&
          !['grafana', 'prometheus'].includes(datasource?.type ?? '') &&
          !['grafana', '-- Grafana --'].includes(datasource?.uid ?? ''),
      )
      .map(
        ({ name, datasource }): IgnoredPart => ({
          part: 'annotation',
          name,
          type: datasource?.type ?? datasource?.uid ?? 'unknown',
        }),
      ),
  ];
}

/** The values of a query can be asked of Prometheus alone. */
function isVariableIgnored({ type, datasource }: DashboardVariable): boolean {
  const source = type === 'query' ? datasource?.type : undefined;
  return (
    !VARIABLES.has(type) || (source !== undefined && !isPrometheusType(source))
  );
}
