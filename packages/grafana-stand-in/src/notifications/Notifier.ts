import { createHash } from 'node:crypto';
import { AlertInstance, AlertStates, AlertTransition } from '../evaluation';
import { parseDuration } from '../state/alertRule';
import { GrafanaState } from '../state/GrafanaState';
import { NotificationRequest, requestOf } from './requestOf';
import { ToldAlert } from './types';
import { webhookPayload } from './webhookPayload';

/** How often it looks whether a message is due. In milliseconds. */
const TICK = 1_000;
/** Of the root of the policy tree, which a rule's own settings fall back on. */
const DEFAULTS = {
  group_by: ['grafana_folder', 'alertname'],
  group_wait: '30s',
  group_interval: '5m',
  repeat_interval: '4h',
};
const RETRY = 10_000;

interface Group {
  receiver: string;
  labels: Record<string, string>;
  alerts: Map<string, ToldAlert>;
  /** Unix milliseconds. */
  dueAt: number;
  sentAt?: number;
  settings: typeof DEFAULTS;
}

export interface NotifierOptions {
  state: GrafanaState;
  alerts: AlertStates;
  now: () => Date;
  /** Address of the stand-in, for links. */
  base: string;
  /** @throws when it did not arrive */
  send?: (request: NotificationRequest) => Promise<void>;
}

function isFiring({ state }: Pick<AlertInstance, 'state'>): boolean {
  return state === 'Alerting' || state === 'Recovering';
}

function milliseconds(duration: string): number {
  return parseDuration(duration) * 1_000;
}

function fingerprintOf(labels: Record<string, string>): string {
  return createHash('sha256')
    .update(JSON.stringify(Object.entries(labels).sort()))
    .digest('hex')
    .slice(0, 16);
}

async function post({
  url,
  headers,
  body,
}: NotificationRequest): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(5_000),
  });
  if (!answer.ok) {
    throw new Error(`The receiver answered ${answer.status}`);
  }
}

/**
 * Tells contact points of the alerts of rules that name one, grouped and at the times at which
 * Grafana's own Alertmanager does. Other rules tell nobody, like the policy tree of a fresh Grafana.
 */
export class Notifier {
  readonly #options: NotifierOptions;
  readonly #send: (request: NotificationRequest) => Promise<void>;
  readonly #groups = new Map<string, Group>();
  readonly #stopListening: () => void;
  #timer?: NodeJS.Timeout;
  #running: Promise<void> = Promise.resolve();

  static create(options: NotifierOptions): Notifier {
    return new Notifier(options);
  }

  private constructor(options: NotifierOptions) {
    this.#options = options;
    this.#send = options.send ?? post;
    this.#stopListening = options.alerts.transitions.onTransition(transition =>
      this.#take(transition),
    );
  }

  /** Looks again and again until it is stopped. */
  start(): void {
    this.#timer = setTimeout(() => {
      this.#running = this.deliverDue().then(() => {
        if (this.#timer) {
          this.start();
        }
      });
    }, TICK);
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#stopListening();
    await this.#running;
  }

  /** Sends the messages whose time has come. */
  async deliverDue(): Promise<void> {
    const at = this.#options.now().getTime();
    await Promise.all(
      [...this.#groups]
        .filter(([, { dueAt }]) => dueAt <= at)
        .map(([key, group]) => this.#deliver(key, group, at)),
    );
  }

  #take({ rule, previous, instance, at }: AlertTransition): void {
    const own = rule.body.notification_settings;
    if (!own?.receiver || isFiring(previous) === isFiring(instance)) {
      return;
    }
    const settings = { ...DEFAULTS, ...own };
    const labels = Object.fromEntries(
      (settings.group_by as string[])
        .filter(label => instance.labels[label] !== undefined)
        .sort()
        .map(label => [label, instance.labels[label]]),
    );
    const key = JSON.stringify([own, labels]);
    const group: Group = this.#groups.get(key) ?? {
      receiver: own.receiver,
      labels,
      alerts: new Map(),
      dueAt: at.getTime() + milliseconds(settings.group_wait),
      settings,
    };
    const fingerprint = fingerprintOf(instance.labels);
    const known = group.alerts.get(fingerprint);
    if (!isFiring(instance) && !known) {
      return;
    }
    group.alerts.set(fingerprint, {
      rule,
      instance,
      fingerprint,
      startsAt: isFiring(instance) ? instance.startsAt : known!.startsAt,
      ...(isFiring(instance) ? {} : { endsAt: at }),
    });
    if (group.sentAt !== undefined) {
      group.dueAt = group.sentAt + milliseconds(settings.group_interval);
    }
    this.#groups.set(key, group);
  }

  async #deliver(key: string, group: Group, at: number): Promise<void> {
    const alerts = [...group.alerts.values()];
    // What began and ended before anybody was told is not worth a message.
    const worth =
      group.sentAt !== undefined || alerts.some(({ endsAt }) => !endsAt);
    if (worth && !(await this.#tell(group, alerts, at))) {
      group.dueAt = at + RETRY;
      return;
    }
    group.sentAt = at;
    const isNews = [...group.alerts.values()].some(
      alert => !alerts.includes(alert),
    );
    for (const alert of alerts) {
      if (alert.endsAt && group.alerts.get(alert.fingerprint) === alert) {
        group.alerts.delete(alert.fingerprint);
      }
    }
    if (group.alerts.size === 0) {
      this.#groups.delete(key);
    }
    const { group_interval: interval, repeat_interval: repeat } =
      group.settings;
    group.dueAt = at + milliseconds(isNews ? interval : repeat);
  }

  /** @returns whether all were reached */
  async #tell(group: Group, alerts: ToldAlert[], at: number): Promise<boolean> {
    const { state, base } = this.#options;
    const payload = webhookPayload(
      { ...group, alerts },
      { base, now: new Date(at) },
    );
    const requests = [...state.contactPoints.values()]
      .filter(
        ({ name, disableResolveMessage }) =>
          name === group.receiver &&
          !(disableResolveMessage && payload.status === 'resolved'),
      )
      .flatMap(point => requestOf(point, payload) ?? []);
    const sent = await Promise.allSettled(requests.map(this.#send));
    return sent.every(({ status }) => status === 'fulfilled');
  }
}
