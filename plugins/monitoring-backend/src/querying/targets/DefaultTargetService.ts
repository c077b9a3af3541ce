import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  compileLabelMatchers,
  enforceMatchers,
  EntityTargetsResponse,
  formatLabelMatchers,
  LabelMatcher,
  MonitoringSpec,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  chooseEnvironment,
  MonitoredEntity,
  scopeMatchers,
} from '../../catalog';
import { PrometheusTarget } from '../../sources';
import { callAs } from '../callAs';
import {
  instanceFor,
  PrometheusInstance,
  SourcedInstance,
} from '../PrometheusInstance';
import { SharedResults } from '../sharing';
import { joinTargets } from './joinTargets';
import { TargetOptions, TargetService } from './TargetService';

/** How far back it is looked when a target was up. */
const LAST_UP_WINDOW = '6h';

/** How far back series of an entity without targets are looked for, in seconds. */
const SERIES_WINDOW = 600;

/** How long the list of a server's targets serves, in milliseconds: as long as a short scrape interval. */
const TIME_TO_LIVE = 15_000;

/** Targets that are told. */
const MOST_TARGETS = 100;

/** Targets whose scrapes failed that are kept for others who ask. */
const MOST_KEPT = 50_000;

/** Options of {@link DefaultTargetService.create}. */
export interface TargetServiceOptions {
  prometheus: SourcedInstance[];
  logger: LoggerService;
  /** Unix milliseconds. */
  now: () => number;
}

/** The selector holds the scope already, which is put into every query anyway. */
function ownMatchers(
  { selector }: MonitoringSpec,
  scope: LabelMatcher[],
): LabelMatcher[] {
  return selector.filter(
    ({ label, operator, value }) =>
      operator !== '=' ||
      !scope.some(one => one.label === label && one.value === value),
  );
}

/** {@link TargetService} on the series that every Prometheus writes of its scrapes. */
export class DefaultTargetService implements TargetService {
  readonly #options: TargetServiceOptions;
  readonly #targets: SharedResults<PrometheusTarget[]>;

  static create(options: TargetServiceOptions): DefaultTargetService {
    return new DefaultTargetService(options);
  }

  private constructor(options: TargetServiceOptions) {
    this.#options = options;
    this.#targets = SharedResults.create({
      timeToLive: TIME_TO_LIVE,
      maxSize: MOST_KEPT,
      sizeOf: targets => targets.length,
      now: options.now,
    });
  }

  async list(
    entity: MonitoredEntity,
    { environment, signal, caller }: TargetOptions = {},
  ): Promise<EntityTargetsResponse> {
    const { spec } = chooseEnvironment(entity, environment);
    const instance = callAs(
      instanceFor(spec, this.#options.prometheus),
      caller,
    );
    const scope = scopeMatchers(instance.config, entity.entity);
    const selector = `{${formatLabelMatchers(ownMatchers(spec, scope))}}`;
    const samplesOf = async (query: string) => {
      const { samples } = await instance.client.query(
        { query: enforceMatchers(query, scope) },
        { signal },
      );
      return samples.slice(0, instance.config.limits.maxSeries);
    };
    const [up, durations, counts] = await Promise.all([
      samplesOf(`up${selector}`),
      samplesOf(`scrape_duration_seconds${selector}`),
      samplesOf(`scrape_samples_scraped${selector}`),
    ]);
    const query = enforceMatchers(`up${selector}`, scope);
    if (up.length === 0) {
      const hasSeries = await this.#hasSeries(selector, {
        instance,
        scope,
        signal,
      });
      return { items: [], up: 0, down: 0, query, hasSeries };
    }
    const isAllUp = up.every(({ value }) => value === 1);
    const [lastUp, targets] = isAllUp
      ? [[], []]
      : await Promise.all([
          samplesOf(
            `max_over_time(timestamp(up${selector} == 1)[${LAST_UP_WINDOW}:30s])`,
          ),
          this.#failedTargets(instance, scope, { signal, caller }),
        ]);
    const facts = { up, durations, counts, lastUp, targets };
    return { ...joinTargets(facts, MOST_TARGETS), query };
  }

  /** Everybody's list, of which only what the scope holds is looked at; none where it is not told. */
  async #failedTargets(
    { source }: SourcedInstance,
    scope: LabelMatcher[],
    { signal, caller }: TargetOptions,
  ): Promise<PrometheusTarget[]> {
    try {
      const targets = await this.#targets.get(
        source.id,
        async shared => {
          const all = await source.targets({ signal: shared, caller });
          return all.filter(({ error }) => error !== undefined);
        },
        { signal },
      );
      const isInScope = compileLabelMatchers(scope);
      return targets.filter(({ labels }) => isInScope(labels));
    } catch (error) {
      signal?.throwIfAborted();
      this.#options.logger.debug(
        `Why scrapes fail is not known: ${stringifyError(error)}`,
      );
      return [];
    }
  }

  async #hasSeries(
    selector: string,
    options: {
      instance: PrometheusInstance;
      scope: LabelMatcher[];
      signal?: AbortSignal;
    },
  ): Promise<boolean> {
    const end = Math.floor(this.#options.now() / 1_000);
    const { texts } = await options.instance.client.labelValues(
      '__name__',
      {
        match: [enforceMatchers(selector, options.scope)],
        start: end - SERIES_WINDOW,
        end,
        limit: 1,
      },
      { signal: options.signal },
    );
    return texts.length > 0;
  }
}
