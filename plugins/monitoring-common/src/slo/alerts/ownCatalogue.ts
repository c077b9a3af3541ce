import { BUILT_IN_CATALOGUE } from './burnRateCatalogues';
import { BurnRateCatalogue, Slo } from '../types';

/** The catalogue that an SLO alerts by; `undefined` for the built-in one. */
export function ownCatalogue({
  alerting,
}: Pick<Slo, 'alerting'>): BurnRateCatalogue | undefined {
  const catalogue = alerting?.catalogue;
  return catalogue?.name === BUILT_IN_CATALOGUE ? undefined : catalogue;
}
