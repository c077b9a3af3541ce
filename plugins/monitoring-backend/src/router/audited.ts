import {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';

/** Does what an auditor event tells of, and ends the event with what came of it. */
export async function audited<T>(
  auditor: AuditorService,
  event: AuditorServiceCreateEventOptions,
  action: () => Promise<T>,
): Promise<T> {
  const begun = await auditor.createEvent(event);
  try {
    const answer = await action();
    await begun.success();
    return answer;
  } catch (error) {
    await begun.fail({ error: error as Error });
    throw error;
  }
}
