import {
  NotificationTestPossibility,
  TestNotificationResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';

/** Sends a message on purpose, so that people see that one would come. */
export interface TestNotificationService {
  /** Whether {@link TestNotificationService.send} could ever succeed with this configuration. */
  possibility(): NotificationTestPossibility;

  /**
   * @param channel - one of the entity's channels
   * @param by - who asked for it, for the message
   * @throws `InputError` when the channel is not the entity's or nobody could deliver it,
   *   `ConflictError` when a test was sent a moment ago, `ServiceUnavailableError` when whoever
   *   delivers does not answer
   */
  send(
    entity: MonitoredEntity,
    channel: string,
    options: { by: string },
  ): Promise<TestNotificationResponse>;
}
