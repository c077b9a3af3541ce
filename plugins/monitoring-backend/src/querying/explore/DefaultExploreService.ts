import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  ExploreMetadataRequest,
  ExploreMetricsResponse,
  ExploreQueryRequest,
  ExploreQueryResponse,
  ExploreResponse,
  ExploreTextsResponse,
  formatLabelMatchers,
  LabelMatcher,
  MonitoringSpec,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  chooseEnvironment,
  MonitoredEntity,
  scopeMatchers,
} from '../../catalog';
import { PrometheusSeriesQuery } from '../../sources';
import { callAs } from '../callAs';
import { runTarget } from '../panels/runTarget';
import {
  instanceFor,
  PrometheusInstance,
  SourcedInstance,
} from '../PrometheusInstance';
import { checkRange, TimeRange } from '../range';
import {
  labelName,
  MOST_VALUES,
  seriesQuery,
} from '../variables/requestValues';
import { askedFreely } from './askedFreely';
import { ExploreOptions, ExploreService } from './ExploreService';
import { ExpressionError } from './ExpressionError';
import { MetricTypes } from './MetricTypes';
import { planExplore } from './planExplore';

/** How far back names and values are looked for, in milliseconds: who types waits for them. */
const METADATA_RANGE = 24 * 60 * 60_000;

/** Options of {@link DefaultExploreService.create}. */
export interface ExploreServiceOptions {
  prometheus: SourcedInstance[];
  /** Whether a Prometheus without a scope may be asked freely. */
  allowUnscoped: boolean;
  logger: LoggerService;
  /** Unix milliseconds. */
  now: () => number;
}

/** Whom an entity's questions go to, and what limits them. */
interface Place {
  spec: MonitoringSpec;
  instance: PrometheusInstance;
  scope: LabelMatcher[];
}

/** {@link ExploreService}: expression → checks → scope → Prometheus → frame. */
export class DefaultExploreService implements ExploreService {
  readonly #prometheus: PrometheusInstance[];
  readonly #types: Map<string, MetricTypes>;
  readonly #allowUnscoped: boolean;
  readonly #now: () => number;

  static create(options: ExploreServiceOptions): DefaultExploreService {
    return new DefaultExploreService(options);
  }

  private constructor(options: ExploreServiceOptions) {
    const { logger, now } = options;
    this.#prometheus = options.prometheus;
    this.#types = new Map(
      options.prometheus.map(({ source }) => [
        source.id,
        MetricTypes.create({ client: source, logger, now }),
      ]),
    );
    this.#allowUnscoped = options.allowUnscoped;
    this.#now = now;
  }

  describe(
    entity: MonitoredEntity,
    options: ExploreOptions = {},
  ): ExploreResponse {
    const { spec, instance, scope } = this.#placeOf(entity, options);
    return {
      prometheus: instance.config.id,
      scope: formatLabelMatchers(scope),
      selector: `{${formatLabelMatchers(spec.selector)}}`,
    };
  }

  async query(
    entity: MonitoredEntity,
    request: ExploreQueryRequest,
    options: ExploreOptions = {},
  ): Promise<ExploreQueryResponse> {
    const { instance, scope } = this.#placeOf(entity, options);
    const target = planExplore(request, scope);
    const { signal } = options;
    const { warnings, ...result } = await askedFreely(() =>
      runTarget(target, instance, { signal, now: this.#now }),
    );
    return { ...result, ...(warnings.length > 0 && { warnings }) };
  }

  async listMetrics(
    entity: MonitoredEntity,
    request: ExploreMetadataRequest,
    options: ExploreOptions = {},
  ): Promise<ExploreMetricsResponse> {
    const { instance, scope } = this.#placeOf(entity, options);
    if (request.selector !== undefined) {
      throw new InputError("'selector' is not for metrics");
    }
    const { signal, caller } = options;
    const [{ texts }, typeOf] = await Promise.all([
      instance.client.labelValues('__name__', withinScope(request, scope), {
        signal,
      }),
      this.#types.get(instance.config.id)?.read({ signal, caller }),
    ]);
    const names = bounded(texts);
    return {
      ...names,
      items: names.items.map(name => ({ name, ...typeOf?.(name) })),
    };
  }

  async listLabels(
    entity: MonitoredEntity,
    request: ExploreMetadataRequest,
    options: ExploreOptions = {},
  ): Promise<ExploreTextsResponse> {
    const { instance, scope } = this.#placeOf(entity, options);
    const query = withinScope(request, scope);
    const { texts } = await instance.client.labelNames(query, options);
    return bounded(texts);
  }

  async listValues(
    entity: MonitoredEntity,
    request: ExploreMetadataRequest,
    options: ExploreOptions = {},
  ): Promise<ExploreTextsResponse> {
    const { instance, scope } = this.#placeOf(entity, options);
    const query = withinScope(request, scope);
    const { texts } = await instance.client.labelValues(
      labelName(request.label ?? ''),
      query,
      options,
    );
    return bounded(texts);
  }

  #placeOf(
    entity: MonitoredEntity,
    { environment, caller }: ExploreOptions,
  ): Place {
    const { spec } = chooseEnvironment(entity, environment);
    const instance = callAs(instanceFor(spec, this.#prometheus), caller);
    const { config } = instance;
    if (config.scope.length === 0 && !this.#allowUnscoped) {
      throw new NotAllowedError(
        `Prometheus '${config.id}' has no scope: whoever asks it freely would see the series of everybody. Whoever runs this portal can limit it by monitoring.prometheus[].scope, or allow that by monitoring.explore.allowUnscoped`,
      );
    }
    return { spec, instance, scope: scopeMatchers(config, entity.entity) };
  }
}

/** @throws `InputError` for a range or a selector that is none */
function withinScope(
  { range, selector }: ExploreMetadataRequest,
  scope: LabelMatcher[],
): PrometheusSeriesQuery {
  checkRange(range);
  return ExpressionError.from(() =>
    seriesQuery(selector, newest(range), scope),
  );
}

function newest({ from, to }: TimeRange): TimeRange {
  return { from: Math.max(from, to - METADATA_RANGE), to };
}

function bounded(texts: string[]): ExploreTextsResponse {
  return {
    items: texts.slice(0, MOST_VALUES),
    isCut: texts.length > MOST_VALUES,
  };
}
