import {
  AlertSeverity,
  MuteReference,
} from '@sightline/backstage-plugin-monitoring-common';

/** A route of Alertmanager, as we write them. */
export interface Route {
  receiver?: string;
  group_by?: string[];
  matchers: string[];
  continue?: boolean;
  mute_time_intervals?: string[];
  routes?: Route[];
}

/** Ours among those of the operator. */
export function timeIntervalName(timing: string): string {
  return `sightline/${timing}`;
}

function namesFor(
  mutes: MuteReference[],
  severity: AlertSeverity | undefined,
): string[] {
  const meant = mutes.filter(
    mute => mute.severity === undefined || mute.severity === severity,
  );
  return [...new Set(meant.map(({ timing }) => timeIntervalName(timing)))];
}

/** A route takes no mute times over from the one above it. */
function withMutes(route: Route, names: string[]): Route {
  return {
    ...route,
    ...(names.length > 0 ? { mute_time_intervals: names } : {}),
    ...(route.routes
      ? { routes: route.routes.map(child => withMutes(child, names)) }
      : {}),
  };
}

/**
 * A route that tells nobody at times. Times of one severity alone are those of a route of their own
 * below, so that the route itself stays the one that Alertmanager remembers.
 *
 * @param options - `severity`: of the alerts that the route is for; absent: all
 */
export function mutedRoute(
  route: Route,
  options: { severity?: AlertSeverity; mutes: MuteReference[] },
): Route {
  const { severity, mutes } = options;
  if (severity !== undefined) {
    return withMutes(route, namesFor(mutes, severity));
  }
  const severities = [...new Set(mutes.flatMap(mute => mute.severity ?? []))];
  const muted = withMutes(route, namesFor(mutes, undefined));
  return severities.length === 0
    ? muted
    : {
        ...muted,
        routes: [
          ...severities.map(one =>
            withMutes(
              { matchers: [`severity="${one}"`], routes: route.routes },
              namesFor(mutes, one),
            ),
          ),
          ...(muted.routes ?? []),
        ],
      };
}
