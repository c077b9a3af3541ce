import { LoggerService } from '@backstage/backend-plugin-api';
import { CustomErrorBase, stringifyError } from '@backstage/errors';
import {
  PanelExemplar,
  PanelExemplarsRequest,
  PanelExemplarsResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  environmentOfDashboard,
  MonitoredEntity,
  scopeMatchers,
} from '../../catalog';
import {
  PrometheusCallOptions,
  PrometheusSeriesExemplars,
} from '../../sources';
import { callAs } from '../callAs';
import { DashboardService } from '../dashboards';
import { PlannedTarget } from '../panels/PlannedPanel';
import { preparePanels } from '../panels/preparePanels';
import { instanceFor, SourcedInstance } from '../PrometheusInstance';
import { checkRange } from '../range';
import { SharedResults } from '../sharing';
import { exemplarLinks } from './exemplarLinks';
import { ExemplarOptions, ExemplarService } from './ExemplarService';
import { sampleFewExemplars } from './sampleExemplars';

/** As other answers, in milliseconds. */
const TIME_TO_LIVE = 10_000;

/** Exemplars of all answers that are kept. */
const MOST_KEPT = 200_000;

/** Of one panel: each is a sign that people can reach. */
const MOST_EXEMPLARS = 200;

/** Options of {@link DefaultExemplarService.create}. */
export interface ExemplarServiceOptions {
  dashboards: Pick<DashboardService, 'parse'>;
  prometheus: SourcedInstance[];
  logger: LoggerService;
  /** Unix milliseconds. */
  now: () => number;
}

/** An exemplar on the way to a screen; its time in Unix seconds. */
type Found = Omit<PanelExemplar, 'links'>;

/** {@link ExemplarService}: dashboard → queries → scope → Prometheus → a few. */
export class DefaultExemplarService implements ExemplarService {
  readonly #options: ExemplarServiceOptions;
  readonly #shared: SharedResults<PrometheusSeriesExemplars[]>;

  static create(options: ExemplarServiceOptions): DefaultExemplarService {
    return new DefaultExemplarService(options);
  }

  private constructor(options: ExemplarServiceOptions) {
    this.#options = options;
    this.#shared = SharedResults.create({
      timeToLive: TIME_TO_LIVE,
      maxSize: MOST_KEPT,
      sizeOf: series =>
        series.reduce((sum, { exemplars }) => sum + 1 + exemplars.length, 0),
      now: options.now,
    });
  }

  async list(
    entity: MonitoredEntity,
    { panel, ...request }: PanelExemplarsRequest,
    { environment, signal, caller }: ExemplarOptions = {},
  ): Promise<PanelExemplarsResponse> {
    const { dashboards, prometheus, logger } = this.#options;
    checkRange(request.range);
    const uid = request.dashboard;
    const { spec } = environmentOfDashboard(entity, uid, environment);
    const instance = callAs(instanceFor(spec, prometheus), caller);
    const scope = scopeMatchers(instance.config, entity.entity);
    const dashboard = await dashboards.parse(entity, uid, {
      environment,
      signal,
      caller,
    });
    const { panels } = await preparePanels(
      { ...request, panels: [panel] },
      { dashboard, instance, scope, logger, signal },
    );
    const [{ plan }] = panels;
    const asked = plan.targets.filter(
      ({ exemplar, instant, isHidden }) => exemplar && !instant && !isHidden,
    );
    const problems: string[] = [];
    const found = await Promise.all(
      asked.map(target =>
        this.#read(target, instance, { signal, caller }).catch(error => {
          signal?.throwIfAborted();
          problems.push(`${target.refId}: ${this.#reasonOf(error)}`);
          return [];
        }),
      ),
    );
    const step = Math.max(1, ...asked.map(({ range }) => range.step));
    const few = sampleFewExemplars(
      distinct(found.flat()),
      step,
      MOST_EXEMPLARS,
    );
    const { exemplars: links = [] } = instance.config;
    return {
      items: few.map(one => ({
        ...one,
        time: Math.round(one.time * 1_000),
        links: exemplarLinks(one.labels, links),
      })),
      problems,
    };
  }

  async #read(
    { refId, expression, range: { start, end } }: PlannedTarget,
    { source }: SourcedInstance,
    { signal, caller }: Pick<PrometheusCallOptions, 'signal' | 'caller'>,
  ): Promise<Found[]> {
    const query = { query: expression, start, end };
    const series = await this.#shared.get(
      JSON.stringify([source.id, query]),
      ofAll => source.exemplars(query, { signal: ofAll, caller }),
      { signal },
    );
    return series.flatMap(({ labels: seriesLabels, exemplars }) =>
      exemplars
        .filter(({ value }) => Number.isFinite(value))
        .map(({ labels, value, time }) => ({
          refId,
          time,
          value,
          labels,
          seriesLabels,
        })),
    );
  }

  /** Only errors that were made for people are shown to them. */
  #reasonOf(error: unknown): string {
    if (error instanceof CustomErrorBase) {
      return error.message;
    }
    this.#options.logger.error(
      `Exemplars could not be read: ${stringifyError(error)}`,
    );
    return "exemplars could not be read; the backend's log says why";
  }
}

/** Queries for several quantiles of one histogram have the same exemplars; the first has them. */
function distinct(exemplars: Found[]): Found[] {
  const known = new Map<string, Found>();
  for (const one of exemplars) {
    const key = JSON.stringify([one.time, one.value, one.labels]);
    if (!known.has(key)) {
      known.set(key, one);
    }
  }
  return [...known.values()];
}
