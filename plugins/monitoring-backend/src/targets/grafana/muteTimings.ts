import { hashContent } from '@sightline/backstage-plugin-monitoring-node';

/** Content of a desired mute timing, in Alertmanager's form. */
export interface MuteTimingContent extends Record<string, unknown> {
  time_intervals: Record<string, unknown>[];
}

const PREFIX = 'sightline:';

/** Name in Grafana of a mute timing of the configuration; its prefix is the owner mark. */
export function muteTimingName(timing: string): string {
  return `${PREFIX}${timing}`;
}

/** Whether a mute timing has a name that only we give. */
export function isOurMuteTiming(name: string): boolean {
  return name.startsWith(PREFIX);
}

/** What is not there, and what is empty, says the same (recording `mute-timings`). */
function normaliseInterval(
  interval: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(interval).filter(
      ([, value]) =>
        value !== undefined &&
        value !== null &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** A mute timing as its author meant it. */
export function muteTimingContent({
  time_intervals,
}: {
  time_intervals?: Record<string, unknown>[] | null;
}): MuteTimingContent {
  return { time_intervals: (time_intervals ?? []).map(normaliseInterval) };
}

/** Hash of a mute timing's content. */
export function hashMuteTiming(content: Record<string, unknown>): string {
  return hashContent(muteTimingContent(content));
}
