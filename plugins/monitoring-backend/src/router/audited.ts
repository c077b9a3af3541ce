import {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';

/**
 * Does what an auditor event tells of, and ends the event with what came of it.
 *
 * @param tell - what the event says of an error; by default the error itself
 */
export async function audited<T>(
  auditor: AuditorService,
  event: AuditorServiceCreateEventOptions,
  action: () => Promise<T>,
  tell: (error: Error) => Error = error => error,
): Promise<T> {
  const begun = await auditor.createEvent(event);
  try {
    const answer = await action();
    await begun.success();
    return answer;
  } catch (error) {
    await begun.fail({ error: tell(error as Error) });
    throw error;
  }
}
