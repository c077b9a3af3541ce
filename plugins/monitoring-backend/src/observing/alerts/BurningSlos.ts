import {
  ActiveAlert,
  BurnRatePair,
  burnRateAlertTier,
  Slo,
} from '@sightline/backstage-plugin-monitoring-common';

type Severity = BurnRatePair['severity'];

/** Which SLOs have a burn-rate alert that holds, silenced or not. A spent budget is no burn. */
export class BurningSlos {
  /** By entity and SLO. */
  readonly #severities = new Map<string, Map<string, Severity>>();

  static create(alerts: ActiveAlert[]): BurningSlos {
    return new BurningSlos(alerts);
  }

  private constructor(alerts: ActiveAlert[]) {
    for (const { name, state, severity, entityRef, sloId } of alerts) {
      if (
        entityRef &&
        sloId &&
        state !== 'pending' &&
        burnRateAlertTier(name)
      ) {
        this.#add(
          entityRef,
          sloId,
          severity === 'critical' ? 'page' : 'ticket',
        );
      }
    }
  }

  /** The severest; `undefined` while none holds. */
  severityOf({
    entityRef,
    id,
  }: Pick<Slo, 'entityRef' | 'id'>): Severity | undefined {
    return this.#severities.get(entityRef)?.get(id);
  }

  #add(entityRef: string, sloId: string, severity: Severity): void {
    const ofEntity = this.#severities.get(entityRef) ?? new Map();
    this.#severities.set(entityRef, ofEntity);
    if (ofEntity.get(sloId) !== 'page') {
      ofEntity.set(sloId, severity);
    }
  }
}
