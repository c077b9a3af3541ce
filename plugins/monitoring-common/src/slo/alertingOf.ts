import { Slo, SloAlerting } from './types';

/**
 * How SLOs alert that do not say it themselves.
 *
 * @public
 */
export type SloAlertingDefaults = Pick<
  SloAlerting,
  'catalogue' | 'minimumEvents'
>;

/**
 * How an SLO alerts: as it says itself, and by the defaults where it says nothing.
 *
 * @public
 */
export function alertingOf(
  own: SloAlerting | undefined,
  defaults: SloAlertingDefaults,
): Pick<Slo, 'alerting'> {
  const catalogue = own?.catalogue ?? defaults.catalogue;
  const minimumEvents = own?.minimumEvents ?? defaults.minimumEvents;
  const alerting: SloAlerting = {
    ...own,
    ...(catalogue ? { catalogue } : {}),
    ...(minimumEvents === undefined ? {} : { minimumEvents }),
  };
  return Object.keys(alerting).length > 0 ? { alerting } : {};
}
