import { AlertmanagerAlert, AlertmanagerSilence } from '../../sources';
import { ObservedAlert } from './ObservedAlert';

/** Why a copy of an alert notifies nobody. */
export type Suppression = Pick<ObservedAlert, 'silence' | 'inhibited'>;

/**
 * Why Alertmanager tells nobody of an alert.
 *
 * @param silences - all that the Alertmanager holds
 * @param endsAfter - silences that end before do not count; Unix milliseconds
 * @returns `undefined` when somebody is told
 */
export function suppressionOf(
  { status }: AlertmanagerAlert,
  silences: AlertmanagerSilence[],
  endsAfter?: number,
): Suppression | undefined {
  const found = status.silencedBy.map(id =>
    silences.find(silence => silence.id === id),
  );
  const held = found.filter(
    silence =>
      endsAfter === undefined ||
      !silence ||
      Date.parse(silence.endsAt) > endsAfter,
  );
  if (held.length > 0) {
    const silence = held.find(one => one !== undefined);
    if (!silence) {
      return {};
    }
    const { endsAt, createdBy, comment } = silence;
    return { silence: { until: endsAt, by: createdBy, comment } };
  }
  return status.inhibitedBy.length > 0 ? { inhibited: true } : undefined;
}
