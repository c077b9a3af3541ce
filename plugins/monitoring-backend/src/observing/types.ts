import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  AlertListQuery,
  AlertListResponse,
  EntitySlosResponse,
  SloListQuery,
  SloListResponse,
} from '@sightline/backstage-plugin-monitoring-common';

/** Who asks, and which entities the answer may be about. */
export interface ListOptions {
  credentials: BackstageCredentials;
  /** Canonical refs; absent means all. */
  within?: ReadonlySet<string>;
}

/** How all SLOs stand, from the latest snapshot. */
export interface SloStatusService {
  /** @throws `InputError` for a cursor that is not ours */
  list(query: SloListQuery, options: ListOptions): Promise<SloListResponse>;
  listForEntity(
    entityRef: string,
    options: ListOptions,
  ): Promise<EntitySlosResponse>;
  /** Canonical refs of the entities that have SLOs. */
  entityRefs(): Promise<string[]>;
}

/** Which alerts are pending or fire, from the latest snapshot. */
export interface AlertService {
  list(query: AlertListQuery, options: ListOptions): Promise<AlertListResponse>;
  listForEntity(
    entityRef: string,
    options: ListOptions,
  ): Promise<AlertListResponse>;
  /** Canonical refs of the entities that have alerts. */
  entityRefs(): Promise<string[]>;
}
