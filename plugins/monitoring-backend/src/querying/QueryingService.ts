import { CacheService, LoggerService } from '@backstage/backend-plugin-api';
import { MonitoringConfig } from '../config';
import { GrafanaDashboardSource, PrometheusClient } from '../sources';
import {
  DashboardService,
  DefaultDashboardService,
  GrafanaReader,
} from './dashboards';
import { DefaultExemplarService, ExemplarService } from './exemplars';
import { DefaultExploreService, ExploreService } from './explore';
import { AnswerCache } from './answers';
import { DefaultMarkService, MarkService } from './marks';
import { DefaultPanelQueryService, PanelQueryService } from './panels';
import { SourcedInstance } from './PrometheusInstance';
import { QueryObserver } from './QueryObserver';
import { createRangeCaching } from './ranges';
import { SharingPrometheusClient } from './sharing';
import {
  DefaultSloHistoryService,
  SloDefinitionService,
  SloHistoryService,
} from './slos';
import { DefaultTargetService, TargetService } from './targets';
import { DefaultVariableService, VariableService } from './variables';

/** Options of {@link QueryingService.create}. */
export interface QueryingServiceOptions {
  config: MonitoringConfig;
  /** In the order of the configuration. */
  prometheus: PrometheusClient[];
  /** In the order of the configuration. */
  grafana: GrafanaDashboardSource[];
  /** One store for all replicas of the backend; absent: each keeps its own. */
  cache?: CacheService;
  /** Is told how questions are answered. */
  observer?: QueryObserver;
  logger: LoggerService;
  /** Unix milliseconds. */
  now?: () => number;
}

/**
 * From a screen's reference to figures: dashboards, the data of their panels, and the history of
 * SLOs.
 */
export class QueryingService {
  readonly dashboards: DashboardService;
  readonly exemplars: ExemplarService;
  readonly explore: ExploreService;
  readonly marks: MarkService;
  readonly panels: PanelQueryService;
  readonly targets: TargetService;
  readonly variables: VariableService;
  readonly sloHistory: SloHistoryService;
  readonly sloDefinitions: SloDefinitionService;

  static create(options: QueryingServiceOptions): QueryingService {
    return new QueryingService(options);
  }

  private constructor(options: QueryingServiceOptions) {
    const { config, observer, logger, now = Date.now } = options;
    const withRanges = createRangeCaching({
      config: config.cache,
      cache: options.cache,
      observer,
      logger,
      now,
    });
    const prometheus: SourcedInstance[] = options.prometheus.map(
      (client, index) => ({
        config: config.prometheus[index],
        client: SharingPrometheusClient.create({
          client: withRanges(client, config.prometheus[index]),
          observer,
          now,
        }),
        source: client,
      }),
    );
    const grafana = options.grafana.map((source, index) =>
      GrafanaReader.create({
        source,
        linkable: config.grafana[index].linkedDashboards,
        now,
      }),
    );
    this.dashboards = DefaultDashboardService.create({ grafana });
    this.explore = DefaultExploreService.create({
      prometheus,
      allowUnscoped: config.explore.allowUnscoped,
      logger,
      now,
    });
    this.marks = DefaultMarkService.create({
      dashboards: this.dashboards,
      prometheus,
      grafana,
      logger,
    });
    this.panels = DefaultPanelQueryService.create({
      dashboards: this.dashboards,
      prometheus,
      answers: AnswerCache.create({
        maxBytes: config.cache.maxSentBytes,
        observer,
        now,
      }),
      logger,
      now,
    });
    this.variables = DefaultVariableService.create({
      dashboards: this.dashboards,
      prometheus,
      logger,
    });
    this.exemplars = DefaultExemplarService.create({
      dashboards: this.dashboards,
      prometheus,
      logger,
      now,
    });
    this.targets = DefaultTargetService.create({
      prometheus,
      logger,
      now,
    });
    this.sloHistory = DefaultSloHistoryService.create({ prometheus, now });
    this.sloDefinitions = SloDefinitionService.create({ ...config, now });
  }
}
