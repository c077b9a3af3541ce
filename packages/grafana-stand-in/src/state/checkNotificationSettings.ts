import { parseDuration } from './alertRule';
import { GrafanaState } from './GrafanaState';

/** The receiver of the policy tree of a fresh Grafana; it tells nobody. */
const ROOT = 'empty';
const DURATIONS = ['group_wait', 'group_interval', 'repeat_interval'];

/** What is wrong with whom a rule tells, in the words of 12.4; recording rules tell nobody. */
export function checkNotificationSettings(
  state: GrafanaState,
  rule: Record<string, any>,
): string | undefined {
  const settings = rule.notification_settings;
  if (!settings || rule.record) {
    return undefined;
  }
  if (
    DURATIONS.some(
      name =>
        settings[name] !== undefined &&
        !/^(\d+[ywdhms])+$/.test(settings[name]),
    )
  ) {
    return 'bad request data';
  }
  if (!settings.receiver) {
    return 'invalid alert rule\nreceiver must be specified';
  }
  if (
    settings.group_interval !== undefined &&
    parseDuration(settings.group_interval) === 0
  ) {
    return 'invalid alert rule\ngroup interval must be greater than zero';
  }
  const isKnown =
    settings.receiver === ROOT ||
    [...state.contactPoints.values()].some(
      ({ name }) => name === settings.receiver,
    );
  if (!isKnown) {
    return `invalid alert rule\nreceiver ${settings.receiver} does not exist`;
  }
  const unknown = [
    ...(settings.mute_time_intervals ?? []),
    ...(settings.active_time_intervals ?? []),
  ].find(name => !state.muteTimings.has(name));
  return unknown === undefined
    ? undefined
    : `invalid alert rule\ntime interval ${unknown} does not exist`;
}
