import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  evaluateSloStatus,
  MonitoringSpec,
  Slo,
  SloSamples,
  SloStatus,
  SloStatusInput,
  SourceHealth,
} from '@sightline/backstage-plugin-monitoring-common';
import { ResolvedMonitoring } from '../../packs';
import { PrometheusClient } from '../../sources';
import { MonitoredEntitiesCache } from '../MonitoredEntitiesCache';
import { SourceHealthTracker } from '../SourceHealthTracker';
import { FleetSamples } from './FleetSamples';
import { isWhole } from './isWhole';
import { mergeSamples } from './mergeSamples';
import { RawSamplesCache } from './RawSamplesCache';
import { describeInvalidSlo } from './describeInvalidSlo';
import { readFleetSamples } from './readFleetSamples';
import { sloKey } from './sloKey';
import { SummedWindows } from './SummedWindows';
import { SystemDomains } from './SystemDomains';

/** A source that has not been read for so many intervals is stale. */
const PATIENCE_INTERVALS = 3;

/** The Prometheus of one environment of an entity. */
export interface SloServer {
  environment?: string;
  /** Its id. */
  prometheus: string;
}

/** How all SLOs stood when they were last looked at. */
export interface SloSnapshot {
  slos: SloStatus[];
  /** What they are made of, by entity and id, with the Prometheus that measures them. */
  definitions: ReadonlyMap<string, { slo: Slo; prometheus?: string }>;
  /** Which Prometheus measures an entity's SLOs in each of its environments, by canonical ref. */
  serversOf: ReadonlyMap<string, SloServer[]>;
}

export interface SloPollerOptions {
  entities: MonitoredEntitiesCache;
  /** In the order of the configuration; the first serves entities that name none. */
  clients: PrometheusClient[];
  /** Which domains systems are of; without it, none is said. */
  domains?: SystemDomains;
  /** The most urgent severity of the burn-rate alerts of an SLO that fire at their source. */
  firingAlert?: (slo: Slo) => SloStatusInput['firingAlert'];
  /** In milliseconds. */
  interval: number;
  logger: LoggerService;
  now: () => Date;
}

/** Everything known of one Prometheus' SLOs. */
interface Measured {
  client: PrometheusClient;
  health: SourceHealthTracker;
  summed: SummedWindows;
  raw: RawSamplesCache;
  /** By SLO key; kept while Prometheus does not answer. */
  samples: Map<string, SloSamples>;
}

/** Measures all SLOs of the catalog and holds the latest snapshot. */
export class SloPoller {
  readonly #options: SloPollerOptions;
  readonly #measured: Map<string, Measured>;
  #snapshot: SloSnapshot = {
    slos: [],
    definitions: new Map(),
    serversOf: new Map(),
  };

  static create(options: SloPollerOptions): SloPoller {
    return new SloPoller(options);
  }

  private constructor(options: SloPollerOptions) {
    this.#options = options;
    this.#measured = new Map(
      options.clients.map(client => [
        client.id,
        {
          client,
          health: SourceHealthTracker.create('Prometheus', client.id),
          summed: SummedWindows.create(),
          raw: RawSamplesCache.create({ logger: options.logger }),
          samples: new Map(),
        },
      ]),
    );
  }

  get snapshot(): SloSnapshot {
    return this.#snapshot;
  }

  /** @param prometheus - only these; absent means all */
  health(prometheus?: string[]): SourceHealth[] {
    return [...this.#measured.values()]
      .filter(({ client }) => !prometheus || prometheus.includes(client.id))
      .map(({ health }) =>
        health.health(
          this.#options.now(),
          PATIENCE_INTERVALS * this.#options.interval,
        ),
      );
  }

  /** Looks once at all SLOs. A Prometheus that does not answer makes its SLOs stale. */
  async poll(signal: AbortSignal): Promise<void> {
    const entities = await this.#options.entities.list({ signal });
    const withSlos = entities
      .flatMap(({ environments }) => environments)
      .filter(
        ({ slos, invalidSlos }) => slos.length > 0 || invalidSlos?.length,
      );
    const byPrometheus = new Map<string, Slo[]>();
    const serversOf = new Map<string, SloServer[]>();
    const definitions = new Map<string, { slo: Slo; prometheus?: string }>();
    for (const { spec, slos } of withSlos) {
      const prometheus = this.#serverOf(spec);
      if (prometheus !== undefined) {
        const { entityRef, environment } = spec;
        const servers = serversOf.get(entityRef) ?? [];
        serversOf.set(entityRef, [...servers, { environment, prometheus }]);
        const all = byPrometheus.get(prometheus) ?? [];
        all.push(...slos);
        byPrometheus.set(prometheus, all);
      }
      slos.forEach(slo => definitions.set(sloKey(slo), { slo, prometheus }));
    }
    await Promise.all([
      this.#options.domains?.refresh(
        withSlos.flatMap(({ spec }) => spec.system ?? []),
      ),
      ...[...this.#measured].map(([id, measured]) =>
        this.#measure(measured, byPrometheus.get(id) ?? [], signal),
      ),
    ]);
    signal.throwIfAborted();
    this.#snapshot = {
      serversOf,
      definitions,
      slos: withSlos.flatMap(monitoring => this.#evaluate(monitoring)),
    };
  }

  #serverOf({ prometheus }: MonitoringSpec): string | undefined {
    return prometheus ?? this.#options.clients[0]?.id;
  }

  async #measure(
    measured: Measured,
    slos: Slo[],
    signal: AbortSignal,
  ): Promise<void> {
    const { client, health, raw } = measured;
    const time = Math.floor(this.#options.now().getTime() / 1_000);
    try {
      if (slos.length === 0) {
        await client.buildInfo({ signal, priority: 'background' });
      } else {
        measured.samples = await this.#read(measured, slos, { time, signal });
      }
      raw.retain(new Set(slos.map(sloKey)));
      health.succeeded(this.#options.now());
    } catch (error) {
      signal.throwIfAborted();
      if (health.failed()) {
        this.#options.logger.warn(
          `SLOs of Prometheus '${
            client.id
          }' could not be read; the last known figures stay, marked as stale: ${stringifyError(
            error,
          )}`,
        );
      }
    }
  }

  /** What the rules recorded, and what the raw series say where they have not recorded all. */
  async #read(
    { client, summed, raw }: Measured,
    slos: Slo[],
    options: { time: number; signal: AbortSignal },
  ): Promise<Map<string, SloSamples>> {
    const fleet = await readFleetSamples(client, slos, options);
    const partial = slos.filter(slo => !isWhole(fleet.of(slo)?.coverage));
    const hours = await summed.read(client, partial, options);
    const recorded = new Map(slos.map(slo => [slo, fleet.of(slo, hours)]));
    const coverageOf = (slo: Slo) => recorded.get(slo)?.coverage;
    await raw.refresh(client, slos, coverageOf, options);
    return mergeAll(recorded, fleet, raw);
  }

  #evaluate({ spec, slos, invalidSlos = [] }: ResolvedMonitoring): SloStatus[] {
    const measured = this.#measured.get(this.#serverOf(spec) ?? '');
    const { entityRef, environment, owner, system } = spec;
    const domain = system && this.#options.domains?.of(system);
    const place = {
      owner,
      system,
      ...(domain ? { domain } : {}),
    };
    const ofEntity = environment ? { entityRef, environment } : { entityRef };
    const invalid = invalidSlos.map(slo =>
      describeInvalidSlo(slo, { ...ofEntity, ...place }),
    );
    const evaluated = slos.map(slo => {
      const status = evaluateSloStatus({
        slo,
        ...place,
        samples: measured?.samples.get(sloKey(slo)),
        invalid: measured
          ? measured.raw.refusal(slo)
          : 'No Prometheus is configured that could measure this SLO',
        stale: measured?.health.staleReason,
        firingAlert: this.#options.firingAlert?.(slo),
      });
      return withShortfall(status, measured?.raw.shortfall(slo));
    });
    return [...evaluated, ...invalid];
  }
}

/** @param recorded - of each SLO; absent where nothing is */
function mergeAll(
  recorded: ReadonlyMap<Slo, SloSamples | undefined>,
  fleet: FleetSamples,
  raw: RawSamplesCache,
): Map<string, SloSamples> {
  const samples = new Map<string, SloSamples>();
  for (const [slo, own] of recorded) {
    const merged = mergeSamples(own, raw.samples(slo), window =>
      own ? fleet.recordedShare(slo, window, own) : 0,
    );
    if (merged) {
      samples.set(sloKey(slo), merged);
    }
  }
  return samples;
}

/** Says of figures that are of now that they do not reach back as far as they could. */
function withShortfall(
  status: SloStatus,
  shortfall: string | undefined,
): SloStatus {
  const { state, reason, measuredAt } = status;
  if (!shortfall || state === 'stale' || state === 'invalid') {
    return status;
  }
  // Whether there are series is not known when nothing could be measured.
  const parts = measuredAt ? [reason, shortfall] : [shortfall];
  return { ...status, reason: parts.filter(Boolean).join('. ') };
}
