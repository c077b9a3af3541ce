import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { HumanDuration, durationToMilliseconds } from '@backstage/types';

type Frequency = SchedulerServiceTaskScheduleDefinition['frequency'];

function inMilliseconds(frequency: Frequency): number | undefined {
  if ('cron' in frequency || 'trigger' in frequency) {
    return undefined;
  }
  return 'toMillis' in frequency
    ? frequency.toMillis()
    : durationToMilliseconds(frequency as HumanDuration);
}

/**
 * When the next run over all is due.
 *
 * @param lastStartedAt - ISO 8601; absent when there was none
 * @returns ISO 8601; `undefined` when it is not known
 */
export function nextRunAt(
  frequency: Frequency,
  lastStartedAt: string | undefined,
  now: Date,
): string | undefined {
  const every = inMilliseconds(frequency);
  if (every === undefined || lastStartedAt === undefined) {
    return undefined;
  }
  const due = Date.parse(lastStartedAt) + every;
  return new Date(Math.max(due, now.getTime())).toISOString();
}
