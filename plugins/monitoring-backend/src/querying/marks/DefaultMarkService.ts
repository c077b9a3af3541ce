import { LoggerService } from '@backstage/backend-plugin-api';
import { CustomErrorBase, InputError, stringifyError } from '@backstage/errors';
import {
  DashboardAnnotation,
  DashboardMark,
  DashboardMarksRequest,
  DashboardMarksResponse,
  DashboardModel,
  PromqlError,
  variableReferences,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  environmentOfDashboard,
  MonitoredEntity,
  scopeMatchers,
} from '../../catalog';
import {
  DashboardOptions,
  DashboardService,
  GrafanaReader,
} from '../dashboards';
import { isPrometheus } from '../panels/isPrometheus';
import { callAs } from '../callAs';
import { instanceFor, PrometheusInstance } from '../PrometheusInstance';
import { checkRange } from '../range';
import { readVariables } from '../variables/readVariables';
import { deploymentMarks, DEPLOYMENTS, grafanaMarks } from './grafanaMarks';
import { MarkContext } from './MarkContext';
import { MarkService } from './MarkService';
import { promqlMarks } from './promqlMarks';

/** Of one dashboard. */
const MOST_ANNOTATIONS = 20;
const MOST_MARKS = 1_000;

interface MarkServiceOptions {
  dashboards: Pick<DashboardService, 'parse'>;
  prometheus: PrometheusInstance[];
  /** In the order of the configuration; the first serves entities that name none. */
  grafana: GrafanaReader[];
  logger: LoggerService;
}

/** {@link MarkService} of Prometheus and Grafana. */
export class DefaultMarkService implements MarkService {
  readonly #dashboards: Pick<DashboardService, 'parse'>;
  readonly #prometheus: PrometheusInstance[];
  readonly #grafana: GrafanaReader[];
  readonly #logger: LoggerService;

  static create(options: MarkServiceOptions): DefaultMarkService {
    return new DefaultMarkService(options);
  }

  private constructor(options: MarkServiceOptions) {
    this.#dashboards = options.dashboards;
    this.#prometheus = options.prometheus;
    this.#grafana = options.grafana;
    this.#logger = options.logger;
  }

  async list(
    entity: MonitoredEntity,
    uid: string,
    request: DashboardMarksRequest,
    options: DashboardOptions = {},
  ): Promise<DashboardMarksResponse> {
    checkRange(request.range);
    const { model, variables } = await this.#dashboards.parse(
      entity,
      uid,
      options,
    );
    const wanted = wantedAnnotations(model, request.names);
    const context = this.#contextOf(entity, uid, {
      request,
      model,
      wanted,
      ofEntity: variables,
      ...options,
    });
    const problems: string[] = [];
    const attempts = [
      ...wanted.map(annotation => ({
        name: annotation.name,
        marks: this.#marksOf(annotation, context),
      })),
      { name: DEPLOYMENTS.name, marks: deploymentMarks(context) },
    ];
    const found = await Promise.all(
      attempts.map(async ({ name, marks }) => {
        try {
          return await marks;
        } catch (error) {
          options.signal?.throwIfAborted();
          problems.push(`${name}: ${this.#reasonOf(error)}`);
          return [];
        }
      }),
    );
    return bounded(found.flat(), problems);
  }

  #contextOf(
    entity: MonitoredEntity,
    uid: string,
    options: DashboardOptions & {
      request: DashboardMarksRequest;
      model: DashboardModel;
      wanted: DashboardAnnotation[];
      ofEntity: VariableValues;
    },
  ): MarkContext {
    const { request, model, wanted, ofEntity } = options;
    const { environment, signal, caller } = options;
    const { range } = request;
    const { spec } = environmentOfDashboard(entity, uid, environment);
    let reading: ReturnType<MarkContext['prometheus']> | undefined;
    const read = async () => {
      const instance = callAs(instanceFor(spec, this.#prometheus), caller);
      const scope = scopeMatchers(instance.config, entity.entity);
      return {
        instance,
        scope,
        read: await readVariables(model.variables, {
          requested: request.variables ?? {},
          ofEntity,
          wanted: [],
          used: variableReferences(JSON.stringify(wanted)),
          range,
          scope,
          instance,
          logger: this.#logger,
          signal,
        }),
      };
    };
    return {
      entity,
      uid,
      range,
      signal,
      caller,
      grafana: spec.grafana
        ? this.#grafana.find(({ id }) => id === spec.grafana)
        : this.#grafana[0],
      prometheus: () => {
        reading ??= read();
        return reading;
      },
    };
  }

  async #marksOf(
    annotation: DashboardAnnotation,
    context: MarkContext,
  ): Promise<DashboardMark[]> {
    const { expr, datasource, isBuiltIn, tags } = annotation;
    if (expr) {
      if (!isPrometheus(datasource)) {
        throw new InputError(
          `its data source ('${datasource?.type?.slice(
            0,
            50,
          )}') is neither Prometheus nor Grafana`,
        );
      }
      return promqlMarks(annotation, expr, context);
    }
    return isBuiltIn || tags || datasource?.uid === '-- Grafana --'
      ? grafanaMarks(annotation, context)
      : [];
  }

  /** Only errors that were made for people are shown to them. */
  #reasonOf(error: unknown): string {
    if (error instanceof CustomErrorBase || error instanceof PromqlError) {
      return error.message;
    }
    this.#logger.error(`Marks could not be read: ${stringifyError(error)}`);
    return "they could not be read; the backend's log says why";
  }
}

function wantedAnnotations(
  { annotations }: DashboardModel,
  names: string[] | undefined,
): DashboardAnnotation[] {
  return annotations
    .filter(({ name, enabled }) => names?.includes(name) ?? enabled)
    .slice(0, MOST_ANNOTATIONS);
}

/** Each mark once, by time, and not more than a screen can bear. */
function bounded(
  marks: DashboardMark[],
  problems: string[],
): DashboardMarksResponse {
  const items = [...new Map(marks.map(one => [one.id, one])).values()].sort(
    (a, b) => a.from - b.from,
  );
  return {
    items: items.slice(-MOST_MARKS),
    problems:
      items.length > MOST_MARKS
        ? [...problems, `Only the last ${MOST_MARKS} marks are shown`]
        : problems,
  };
}
