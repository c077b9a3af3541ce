import { LoggerService } from '@backstage/backend-plugin-api';
import { PanelQueryRequest } from '@sightline/backstage-plugin-monitoring-common';
import {
  environmentOfDashboard,
  MonitoredEntity,
  scopeMatchers,
} from '../../catalog';
import {
  AnswerCache,
  createPanelLine,
  createUnchangedLine,
  PanelLine,
} from '../answers';
import { callAs } from '../callAs';
import { DashboardService } from '../dashboards';
import { instanceFor, PrometheusInstance } from '../PrometheusInstance';
import { checkRange, settleRange } from '../range';
import { SharedResults } from '../sharing/SharedResults';
import { PanelQueryOptions, PanelQueryService } from './PanelQueryService';
import { PlannedPanel } from './PlannedPanel';
import {
  PreparedPanels,
  preparePanels,
  PreparePanelsOptions,
} from './preparePanels';
import { runPanel } from './runPanel';

/** How long queries that were made ready are used again, in milliseconds. */
const TIME_TO_LIVE = 10_000;

/** Characters of all requests and questions that are kept. */
const MAX_CHARACTERS = 8 * 1_024 * 1_024;

/** What {@link DefaultPanelQueryService} is made of. */
export interface PanelQueryServiceOptions {
  dashboards: Pick<DashboardService, 'parse'>;
  prometheus: PrometheusInstance[];
  answers: AnswerCache;
  logger: LoggerService;
  /** Unix milliseconds. */
  now: () => number;
}

/**
 * {@link PanelQueryService}: dashboard → queries → scope → Prometheus → frames. What was made ready
 * for one is used for all who ask the same within a few seconds.
 */
export class DefaultPanelQueryService implements PanelQueryService {
  readonly #options: PanelQueryServiceOptions;
  readonly #prepared: SharedResults<PreparedPanels>;
  readonly #numbers = new WeakMap<object, number>();
  #lastNumber = 0;

  static create(options: PanelQueryServiceOptions): DefaultPanelQueryService {
    return new DefaultPanelQueryService(options);
  }

  private constructor(options: PanelQueryServiceOptions) {
    this.#options = options;
    this.#prepared = SharedResults.create({
      timeToLive: TIME_TO_LIVE,
      maxSize: MAX_CHARACTERS,
      sizeOf: ({ panels }, key) =>
        panels.reduce((sum, { question }) => sum + question.length, key.length),
      // What a variable could not be read for may be there at the next look.
      keep: ({ isWhole }) => isWhole,
      now: options.now,
    });
  }

  async query(
    entity: MonitoredEntity,
    request: PanelQueryRequest,
    options: PanelQueryOptions,
  ): Promise<void> {
    const { environment, signal, onStep, onLine } = options;
    const { dashboards, prometheus, logger, now } = this.#options;
    checkRange(request.range);
    const { spec } = environmentOfDashboard(
      entity,
      request.dashboard,
      environment,
    );
    const instance = callAs(instanceFor(spec, prometheus), options.caller);
    const scope = scopeMatchers(instance.config, entity.entity);
    const dashboard = await dashboards.parse(entity, request.dashboard, {
      environment,
      signal,
      caller: options.caller,
    });
    onStep?.('dashboard');
    const { known = {}, ...asked } = request;
    const { panels } = await this.#prepare(
      { ...asked, range: settleRange(request.range, now()) },
      dashboard.identity,
      { dashboard, instance, scope, logger, signal },
    );
    onStep?.('plan');
    await Promise.all(
      panels.map(async ({ plan, question }) => {
        const line = await this.#answer(plan, question, instance, signal);
        onLine(holds(known, line) ? await unchanged(line) : line);
      }),
    );
  }

  /** The key names all that the queries are made of; the scope and the variables are the entity's. */
  #prepare(
    request: PanelQueryRequest,
    identity: object,
    options: PreparePanelsOptions,
  ): Promise<PreparedPanels> {
    const { dashboard, instance, scope, signal } = options;
    return this.#prepared.get(
      JSON.stringify([
        this.#numberOf(identity),
        instance.config.id,
        scope,
        dashboard.variables,
        request,
      ]),
      ofAll => preparePanels(request, { ...options, signal: ofAll }),
      { signal },
    );
  }

  #answer(
    plan: PlannedPanel,
    question: string,
    instance: PrometheusInstance,
    signal: AbortSignal | undefined,
  ): Promise<PanelLine> {
    const { answers, logger, now } = this.#options;
    return answers.get(
      { instance: instance.config.id, key: question },
      async ofAll => {
        const run = { signal: ofAll, now, logger };
        const result = await runPanel(plan, instance, run);
        return createPanelLine({ ...result, answeredAt: now() });
      },
      { signal },
    );
  }

  /** Two objects never have the same number. */
  #numberOf(identity: object): number {
    const known = this.#numbers.get(identity);
    if (known !== undefined) {
      return known;
    }
    this.#lastNumber += 1;
    this.#numbers.set(identity, this.#lastNumber);
    return this.#lastNumber;
  }
}

function holds(known: Record<string, string>, line: PanelLine): boolean {
  const key = line.key ?? String(line.panelId);
  return line.tag !== undefined && Object.hasOwn(known, key)
    ? known[key] === line.tag
    : false;
}

function unchanged(line: PanelLine): Promise<PanelLine> {
  return createUnchangedLine(line, line.tag!);
}
