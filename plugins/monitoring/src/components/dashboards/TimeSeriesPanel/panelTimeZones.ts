import { PanelModel } from '@sightline/backstage-plugin-monitoring-common';

/**
 * The time zones that a panel shows beside each other.
 *
 * @param usual - of the page, for zones that are the reader's own
 * @returns IANA names; empty when the panel has chosen none
 */
export function panelTimeZones(
  { timezone }: PanelModel['options'],
  usual: string | undefined,
): (string | undefined)[] {
  if (!Array.isArray(timezone)) {
    return [];
  }
  return timezone.map(zone =>
    typeof zone === 'string' && isZone(zone) ? zone : usual,
  );
}

function isZone(name: string): boolean {
  try {
    return !!new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    return false;
  }
}
