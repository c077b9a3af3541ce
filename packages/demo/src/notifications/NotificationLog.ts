import { ReceivedNotification } from './ReceivedNotification';

/** Older ones are forgotten. */
const KEPT = 500;

/** What the demo's channels received, the latest first. */
export class NotificationLog {
  readonly #received: ReceivedNotification[] = [];
  readonly #now: () => Date;

  static create(options: { now?: () => Date } = {}): NotificationLog {
    return new NotificationLog(options.now ?? (() => new Date()));
  }

  private constructor(now: () => Date) {
    this.#now = now;
  }

  add(notification: Omit<ReceivedNotification, 'receivedAt'>): void {
    this.#received.unshift({
      ...notification,
      receivedAt: this.#now().toISOString(),
    });
    this.#received.length = Math.min(this.#received.length, KEPT);
  }

  list(): ReceivedNotification[] {
    return [...this.#received];
  }
}
