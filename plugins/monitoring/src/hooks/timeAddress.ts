import { parseTimeExpression } from '@sightline/backstage-plugin-monitoring-common';

/** A time range as addresses have it: `now-6h`, Unix milliseconds, ISO dates. */
export interface TimeTexts {
  from?: string;
  to?: string;
}

/**
 * The range that an address names, by any of Grafana's parameters: `from` and `to`, or `time` for
 * the middle and `time.window` for the length in milliseconds.
 */
export function timeOfAddress(params: URLSearchParams): TimeTexts {
  const from = params.get('from') || undefined;
  const to = params.get('to') || undefined;
  if (from ?? to) {
    return { from, to };
  }
  const middle = parseTimeExpression(params.get('time') ?? '', 0);
  const length = Number(params.get('time.window') ?? NaN);
  return middle !== undefined && length > 0
    ? {
        from: String(Math.round(middle - length / 2)),
        to: String(Math.round(middle + length / 2)),
      }
    : {};
}

/**
 * The zone that an address or a dashboard names.
 *
 * @param own - of whoever reads: IANA name, absent for the browser's
 */
export function zoneOf(
  name: string | undefined,
  own: string | undefined,
): string | undefined {
  if (name === undefined || name === '' || name === 'browser') {
    return own;
  }
  if (name === 'utc' || name === 'UTC') {
    return 'UTC';
  }
  return isZone(name) ? name : own;
}

/** Whether a text is one that {@link zoneOf} knows: a zone, or a word for one. */
export function isZoneName(name: string): boolean {
  return ['browser', 'utc'].includes(name) || isZone(name);
}

/** Whether a name is one of a time zone, as this browser knows them. */
export function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** Where the browser is: IANA name. */
export function browserZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
