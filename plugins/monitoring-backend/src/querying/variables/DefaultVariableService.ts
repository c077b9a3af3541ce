import { LoggerService } from '@backstage/backend-plugin-api';
import {
  InputError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import {
  DashboardVariable,
  DashboardVariablesRequest,
  DashboardVariablesResponse,
  parseDashboard,
  PromqlError,
  resolveVariables,
  VariableChoices,
  variableOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  environmentOfDashboard,
  MonitoredEntity,
  scopeMatchers,
} from '../../catalog';
import { DashboardOptions, DashboardService } from '../dashboards';
import { chooseVariables } from '../panels/chooseVariables';
import { instanceFor, PrometheusInstance } from '../PrometheusInstance';
import { checkRange, TimeRange } from '../range';
import { labelValuesExpression } from './labelValuesExpression';
import { VariableService } from './VariableService';

/** More choices than people look through. */
const MOST_OPTIONS = 500;

/** Answers are shared by all who ask within the same minute. */
const GRID = 60_000;

/** {@link VariableService}: dashboard → variables → scope → Prometheus → choices. */
export class DefaultVariableService implements VariableService {
  readonly #dashboards: DashboardService;
  readonly #prometheus: PrometheusInstance[];
  readonly #logger: LoggerService;

  static create(options: {
    dashboards: DashboardService;
    prometheus: PrometheusInstance[];
    logger: LoggerService;
  }): DefaultVariableService {
    return new DefaultVariableService(options);
  }

  private constructor(options: {
    dashboards: DashboardService;
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
    const instance = instanceFor(spec, this.#prometheus);
    const scope = scopeMatchers(instance.config, entity.entity);
    const answer = await this.#dashboards.get(entity, uid, options);
    const { variables } = parseDashboard(answer.dashboard);
    const chosen = chooseVariables(variables, {
      requested: request.variables ?? {},
      ofEntity: answer.variables,
    });
    const expressionOf = (one: DashboardVariable) =>
      labelValuesExpression(one.query, {
        definitions: variables,
        values: resolveVariables(variables, chosen.values),
        free: chosen.free,
        range: request.range,
        scope,
      });
    const items = await Promise.all(
      variables
        .filter(({ type }) => type === 'query')
        .map(one =>
          this.#choices(one, expressionOf, instance, {
            ...options,
            range: request.range,
          }),
        ),
    );
    options.signal?.throwIfAborted();
    return { items };
  }

  async #choices(
    variable: DashboardVariable,
    expressionOf: (variable: DashboardVariable) => {
      expression: string;
      label: string;
    },
    { client }: PrometheusInstance,
    options: { signal?: AbortSignal; range: TimeRange },
  ): Promise<VariableChoices> {
    const { name } = variable;
    const item = { name, ...(variable.label && { label: variable.label }) };
    try {
      const { expression, label } = expressionOf(variable);
      const time = (Math.floor(options.range.to / GRID) * GRID) / 1_000;
      const { samples } = await client.query(
        { query: expression, time },
        { signal: options.signal },
      );
      const values = samples.flatMap(({ labels }) => labels[label] || []);
      const all = variableOptions(values.sort(), variable);
      return {
        ...item,
        options: all.slice(0, MOST_OPTIONS),
        ...(all.length > MOST_OPTIONS && {
          error: `Only the first ${MOST_OPTIONS} of ${all.length} values can be chosen here`,
        }),
      };
    } catch (error) {
      return { ...item, options: [], error: this.#reason(name, error) };
    }
  }

  /** Only errors that were made for people are shown to them. */
  #reason(name: string, error: unknown): string {
    if (
      error instanceof InputError ||
      error instanceof PromqlError ||
      error instanceof ServiceUnavailableError
    ) {
      return error.message;
    }
    this.#logger.error(
      `The values of the variable '${name}' could not be read: ${stringifyError(
        error,
      )}`,
    );
    return 'Its values could not be read; the backend’s log says why';
  }
}
