import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  AdhocFilter,
  DashboardVariable,
  DashboardVariablesRequest,
  DashboardVariablesResponse,
  LabelMatcher,
  VariableChoices,
  variableReferences,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  environmentOfDashboard,
  MonitoredEntity,
  scopeMatchers,
} from '../../catalog';
import { DashboardOptions, DashboardService } from '../dashboards';
import { callAs } from '../callAs';
import { instanceFor, PrometheusInstance } from '../PrometheusInstance';
import { checkRange } from '../range';
import { adhocChoices } from './adhocChoices';
import { readVariables } from './readVariables';
import { ReadVariables } from './VariableReader';
import { VariableService } from './VariableService';

/** {@link VariableService}: dashboard → variables → scope → Prometheus → choices. */
export class DefaultVariableService implements VariableService {
  readonly #dashboards: Pick<DashboardService, 'parse'>;
  readonly #prometheus: PrometheusInstance[];
  readonly #logger: LoggerService;

  static create(options: {
    dashboards: Pick<DashboardService, 'parse'>;
    prometheus: PrometheusInstance[];
    logger: LoggerService;
  }): DefaultVariableService {
    return new DefaultVariableService(options);
  }

  private constructor(options: {
    dashboards: Pick<DashboardService, 'parse'>;
    prometheus: PrometheusInstance[];
    logger: LoggerService;
  }) {
    this.#dashboards = options.dashboards;
    this.#prometheus = options.prometheus;
    this.#logger = options.logger;
  }

  async listChoices(
    entity: MonitoredEntity,
    uid: string,
    request: DashboardVariablesRequest,
    options: DashboardOptions = {},
  ): Promise<DashboardVariablesResponse> {
    checkRange(request.range);
    const { spec } = environmentOfDashboard(entity, uid, options.environment);
    const instance = callAs(
      instanceFor(spec, this.#prometheus),
      options.caller,
    );
    const scope = scopeMatchers(instance.config, entity.entity);
    const dashboard = await this.#dashboards.parse(entity, uid, options);
    const { variables } = dashboard.model;
    const { adhoc } = request;
    const wanted = adhoc
      ? []
      : variables.filter(
          one => canBeRead(one) && (request.names?.includes(one.name) ?? true),
        );
    const read = await readVariables(variables, {
      requested: request.variables ?? {},
      ofEntity: dashboard.variables,
      wanted: wanted.map(({ name }) => name),
      used: [],
      range: request.range,
      scope,
      instance,
      logger: this.#logger,
      signal: options.signal,
    });
    if (adhoc) {
      const item = await listAdhoc(variables, adhoc, {
        instance,
        range: request.range,
        scope,
        filters: read.filters,
        signal: options.signal,
      });
      return { items: [item] };
    }
    return {
      items: wanted.map(one => itemOf(one, read, instance.config.id)),
    };
  }
}

/** Whether its choices are not all on the dashboard itself. */
function canBeRead({ type, query }: DashboardVariable): boolean {
  return (
    type === 'query' ||
    type === 'datasource' ||
    (type === 'custom' && variableReferences(query).length > 0)
  );
}

function itemOf(
  { name, label, type, current }: DashboardVariable,
  { choices, values, problems }: ReadVariables,
  instanceId: string,
): VariableChoices {
  const error = problems.get(name);
  const value = values[name];
  return {
    name,
    ...(label && { label }),
    options:
      type === 'datasource'
        ? // Whatever is chosen, the operator decides which Prometheus is asked.
          [{ text: instanceId, value: [current].flat()[0] || instanceId }]
        : (choices.get(name) ?? []).map(({ text, value: one }) => ({
            text,
            value: one,
          })),
    ...(value !== undefined && { value }),
    ...(error !== undefined && { error }),
  };
}

async function listAdhoc(
  variables: DashboardVariable[],
  { name, key }: { name: string; key?: string },
  options: {
    instance: PrometheusInstance;
    range: DashboardVariablesRequest['range'];
    scope: LabelMatcher[];
    filters: AdhocFilter[];
    signal?: AbortSignal;
  },
): Promise<VariableChoices> {
  if (!variables.some(one => one.name === name && one.type === 'adhoc')) {
    throw new InputError(
      `The dashboard has no variable '${name}' that filters ad hoc`,
    );
  }
  const { instance, ...rest } = options;
  return {
    name,
    options: await adhocChoices({ ...rest, client: instance.client, key }),
  };
}
