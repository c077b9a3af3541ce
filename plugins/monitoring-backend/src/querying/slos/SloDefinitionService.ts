import { Entity } from '@backstage/catalog-model';
import {
  BUILT_IN_CATALOGUE,
  describeSloQueries,
  Slo,
  SloDetailResponse,
  sloWarnings,
  toOpenSlo,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';
import { PrometheusConfig } from '../../config';
import { ResolvedMonitoring, runbookUrl, SLO_RUNBOOK } from '../../packs';
import { findSlo } from './findSlo';

/** What an SLO is, as far as nothing has to be measured for it. */
export type SloDefinitionDetail = Omit<
  SloDetailResponse,
  'status' | 'dashboardUrl' | 'health'
>;

/** An SLO's definition and how it reads. */
export interface DefinedSlo {
  slo: Slo;
  monitoring: ResolvedMonitoring;
  detail: SloDefinitionDetail;
}

/** Catalogs write where an entity can be edited; then, where it can be read. */
const EDIT_ANNOTATIONS = ['backstage.io/edit-url', 'backstage.io/view-url'];

/** Says what SLOs are: their definition, queries and links. Asks no server. */
export class SloDefinitionService {
  readonly #prometheus: PrometheusConfig[];
  readonly #runbookBaseUrl?: string;
  readonly #now: () => number;

  static create(options: {
    /** In the order of the configuration; the first serves entities that name none. */
    prometheus: PrometheusConfig[];
    runbookBaseUrl?: string;
    /** Unix milliseconds. */
    now: () => number;
  }): SloDefinitionService {
    return new SloDefinitionService(options);
  }

  private constructor(options: {
    prometheus: PrometheusConfig[];
    runbookBaseUrl?: string;
    now: () => number;
  }) {
    this.#prometheus = options.prometheus;
    this.#runbookBaseUrl = options.runbookBaseUrl;
    this.#now = options.now;
  }

  /** @throws `NotFoundError` when the entity has no such SLO, or one that cannot be measured */
  describe(entity: MonitoredEntity, sloId: string): DefinedSlo {
    const { slo, monitoring } = findSlo(entity, sloId);
    const { spec, notifications } = monitoring;
    const { alerting } = slo;
    const prometheus = spec.prometheus ?? this.#prometheus[0]?.id;
    const runbook = runbookUrl(spec, this.#runbookBaseUrl, SLO_RUNBOOK);
    const editUrl = editUrlOf(entity.entity);
    return {
      slo,
      monitoring,
      detail: {
        sli: slo.sli,
        budgetingMethod: slo.budgetingMethod ?? 'Occurrences',
        ...(slo.timeSlice ? { timeSlice: slo.timeSlice } : {}),
        alerting: {
          enabled: alerting?.enabled ?? true,
          catalogue: alerting?.catalogue?.name ?? BUILT_IN_CATALOGUE,
          minimumEvents: alerting?.minimumEvents ?? 0,
          channels: [...new Set(notifications.map(({ channel }) => channel))],
        },
        queries: describeSloQueries(slo, Math.floor(this.#now() / 1_000)),
        ...(prometheus ? { prometheus } : {}),
        warnings: sloWarnings(slo),
        openSlo: toOpenSlo(slo),
        ...(runbook ? { runbookUrl: runbook } : {}),
        ...(editUrl ? { editUrl } : {}),
      },
    };
  }
}

/** Only addresses that a browser may follow become links. */
function editUrlOf({ metadata }: Entity): string | undefined {
  return EDIT_ANNOTATIONS.map(name => metadata.annotations?.[name]).find(
    url => url !== undefined && /^https?:\/\//i.test(url),
  );
}
