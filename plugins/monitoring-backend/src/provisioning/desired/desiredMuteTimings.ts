import {
  AlertSeverity,
  MonitoringSpec,
  objectKey,
} from '@sightline/backstage-plugin-monitoring-common';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { GrafanaConfig, MuteTimingConfig } from '../../config';
import { hashMuteTiming, muteTimingName } from '../../targets';
import { desiredObject } from './desiredObject';

/** Names of the mute timings during which alerts of one severity tell nobody. */
export function mutesOf(
  { mute }: Pick<MonitoringSpec, 'mute'>,
  severity: AlertSeverity,
): string[] {
  const names = mute
    .filter(
      entry => entry.severity === undefined || entry.severity === severity,
    )
    .map(({ timing }) => timing);
  return [...new Set(names)];
}

/** A mute timing in Grafana. */
export function desiredMuteTiming(
  { name, intervals }: MuteTimingConfig,
  grafana: GrafanaConfig,
): DesiredObject {
  const owner = `sightline/${grafana.id}`;
  return desiredObject(
    {
      key: objectKey(owner, 'mute-timing', name),
      kind: 'mute-timing',
      entityRef: owner,
      target: `grafana:${grafana.id}`,
      uid: muteTimingName(name),
      title: muteTimingName(name),
      content: () => ({ time_intervals: intervals }),
    },
    hashMuteTiming,
  );
}
