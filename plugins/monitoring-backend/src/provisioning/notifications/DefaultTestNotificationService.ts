import { ConflictError, InputError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import {
  AlertSeverity,
  NotificationTestPossibility,
  TestNotificationResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';
import { MonitoringConfig } from '../../config';
import {
  AlertmanagerSender,
  TEST_ALERT,
  TEST_CHANNEL_LABEL,
  TEST_LABEL,
} from '../../targets';
import { TestNotificationService } from './TestNotificationService';

/** A person leaves a channel alone for so long after a test. In milliseconds. */
const REST = 30_000;

/** The test ends by itself after so long. In milliseconds. */
const LASTS = 60_000;

/** Who takes a test. */
type Delivery =
  | { by: 'alertmanager'; sender: AlertmanagerSender }
  | { by: 'nobody'; why: string };

function chooseDelivery(config: MonitoringConfig): Delivery {
  const { alertmanager, grafana, provisioning } = config;
  if (provisioning.alerts === 'grafana' && grafana[0]) {
    return {
      by: 'nobody',
      why: `Grafana sends the alerts of this service, and tests its contact points itself: ${grafana[0].publicUrl}/alerting/notifications`,
    };
  }
  if (!provisioning.alertmanagerConfig) {
    return {
      by: 'nobody',
      why: 'Sightline writes no Alertmanager configuration here (monitoring.provisioning.alertmanagerConfig), so it cannot reach a channel',
    };
  }
  return alertmanager[0]
    ? {
        by: 'alertmanager',
        sender: AlertmanagerSender.fromConfig(alertmanager[0]),
      }
    : {
        by: 'nobody',
        why: 'No Alertmanager is configured under monitoring.alertmanager that could take the test',
      };
}

/**
 * {@link TestNotificationService} that takes the way of a real alert: Alertmanager, route, receiver.
 */
export class DefaultTestNotificationService implements TestNotificationService {
  readonly #delivery: Delivery;
  readonly #now: () => number;
  readonly #createId: () => string;
  readonly #sentAt = new Map<string, number>();

  static create(options: {
    config: MonitoringConfig;
    /** Unix milliseconds. */
    now?: () => number;
    /** Tells one test from all others. */
    createId?: () => string;
  }): DefaultTestNotificationService {
    return new DefaultTestNotificationService(options);
  }

  private constructor(options: {
    config: MonitoringConfig;
    now?: () => number;
    createId?: () => string;
  }) {
    this.#delivery = chooseDelivery(options.config);
    this.#now = options.now ?? Date.now;
    this.#createId = options.createId ?? randomUUID;
  }

  possibility(): NotificationTestPossibility {
    const delivery = this.#delivery;
    return delivery.by === 'nobody'
      ? { possible: false, reason: delivery.why }
      : { possible: true };
  }

  async send(
    { monitoring }: MonitoredEntity,
    channel: string,
    options: { by: string },
  ): Promise<TestNotificationResponse> {
    const { spec, notifications, entityUrl } = monitoring;
    const told = notifications.find(found => found.channel === channel);
    if (!told) {
      throw new InputError(
        `'${channel}' is not told of ${spec.entityRef}; its channels are: ${
          [...new Set(notifications.map(found => found.channel))].join(', ') ||
          'none'
        }`,
      );
    }
    const sender = this.#sender();
    const now = this.#now();
    const severity: AlertSeverity = told.severity ?? 'info';
    const alert = {
      labels: {
        alertname: TEST_ALERT,
        [TEST_CHANNEL_LABEL]: channel,
        [TEST_LABEL]: this.#createId(),
        entity: spec.entityRef,
        service: spec.name,
        severity,
      },
      annotations: {
        summary: `A test message about ${spec.title}`,
        description: `${options.by} asked for it on the service’s page. Nothing is wrong; it is over in a minute.`,
        ...(spec.owner ? { owner: spec.owner } : {}),
        ...(entityUrl ? { entity_url: entityUrl } : {}),
      },
      startsAt: new Date(now),
      endsAt: new Date(now + LASTS),
    };
    await this.#onceInAWhile(channel, options.by, () => sender.send(alert));
    return {
      via: sender.id,
      message: `Alertmanager took the test for '${channel}'. It should be there within seconds, and be followed by its end after about a minute.`,
    };
  }

  #sender(): AlertmanagerSender {
    const delivery = this.#delivery;
    if (delivery.by === 'nobody') {
      throw new InputError(delivery.why);
    }
    return delivery.sender;
  }

  /** A test that failed is none: it may be tried again at once. */
  async #onceInAWhile(
    channel: string,
    by: string,
    send: () => Promise<void>,
  ): Promise<void> {
    const key = JSON.stringify([channel, by]);
    const now = this.#now();
    const since = now - (this.#sentAt.get(key) ?? -Infinity);
    if (since < REST) {
      throw new ConflictError(
        `You sent a test to '${channel}' ${Math.round(
          since / 1_000,
        )} s ago; the next one is possible in ${Math.ceil(
          (REST - since) / 1_000,
        )} s`,
      );
    }
    for (const [other, at] of this.#sentAt) {
      if (now - at >= REST) {
        this.#sentAt.delete(other);
      }
    }
    // From now on, so that a second click does not overtake the first.
    this.#sentAt.set(key, now);
    try {
      await send();
    } catch (error) {
      this.#sentAt.delete(key);
      throw error;
    }
  }
}
