import { MonitoringSpec } from '@sightline/backstage-plugin-monitoring-common';

/** What an entity says of itself, without anything that would be made, watched or shown. */
export function askingNothing(spec: MonitoringSpec): MonitoringSpec {
  return {
    ...spec,
    packs: [],
    slos: [],
    sloDefinitions: [],
    invalidSlos: undefined,
    alertOverrides: [],
    dashboards: [],
  };
}
