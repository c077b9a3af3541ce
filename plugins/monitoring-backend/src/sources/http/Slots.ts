import { Tally } from './Tally';

/** Who asks for a slot. */
export interface SlotRequest {
  /** Default: a person. */
  priority?: 'interactive' | 'background';
  /** Tells people apart; those without are one, and may have all. */
  caller?: string;
  signal?: AbortSignal;
}

/** Options of {@link Slots.create}. */
export interface SlotsOptions {
  count: number;
  /** Most that wait. */
  maxWaiting: number;
  /** Longest wait, in milliseconds. */
  maxWait: number;
  onChange?: (queue: { active: number; waiting: number }) => void;
}

/**
 * There was no slot: too many wait (`full`), too many of this caller's do (`share`), or it took too
 * long (`late`).
 */
export class NoSlotError extends Error {
  readonly reason: 'full' | 'share' | 'late';

  constructor(reason: NoSlotError['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/** All polls together, who share as one caller does. */
const POLLS = Symbol('polls');

type Owner = string | typeof POLLS | undefined;

interface Waiter {
  owner: Owner;
  /** Since when; milliseconds of no particular clock. */
  since: number;
  start(): void;
  /** Forgets the deadline, and whether it is still wanted. */
  stopWatching?(): void;
}

/**
 * Lets so much work be under way at once and no more. People go before polls; of people, whoever
 * has the least under way, then whoever came first. No caller, and not all polls together, may hold
 * or wait for more than half of what there is, so that one has a slot soon whatever others ask for.
 * Whoever gives up leaves the queue at once, which no common queue offers.
 */
export class Slots {
  readonly #options: SlotsOptions;
  /** Most slots, and places in the queue, of one owner. */
  readonly #share: { active: number; waiting: number };
  readonly #active = new Tally<Owner>();
  readonly #waiting = new Tally<Owner>();
  /** In the order in which they came. */
  readonly #queue = new Set<Waiter>();

  static create(options: SlotsOptions): Slots {
    return new Slots(options);
  }

  private constructor(options: SlotsOptions) {
    this.#options = options;
    this.#share = {
      active: Math.ceil(options.count / 2),
      waiting: Math.ceil(options.maxWaiting / 2),
    };
  }

  /** @throws {@link NoSlotError}; the signal's reason when it aborts before the work has begun */
  async run<T>(
    work: () => Promise<T>,
    { priority, caller, signal }: SlotRequest,
  ): Promise<T> {
    signal?.throwIfAborted();
    const owner = priority === 'background' ? POLLS : caller;
    if (this.#mayStart(owner)) {
      this.#active.add(owner);
      this.#changed();
    } else {
      await this.#wait(owner, signal);
    }
    try {
      return await work();
    } finally {
      this.#leave(owner);
    }
  }

  async #wait(owner: Owner, signal?: AbortSignal): Promise<void> {
    const { maxWaiting, maxWait } = this.#options;
    if (this.#waiting.size >= maxWaiting) {
      throw new NoSlotError('full');
    }
    if (owner && this.#waiting.of(owner) >= this.#share.waiting) {
      throw new NoSlotError('share');
    }
    await new Promise<void>((resolve, reject) => {
      const waiter: Waiter = {
        owner,
        since: performance.now(),
        start: resolve,
      };
      const end = (reason: unknown) => {
        this.#remove(waiter);
        this.#changed();
        reject(reason);
      };
      const giveUp = () => end(signal?.reason);
      const timer = setTimeout(() => end(new NoSlotError('late')), maxWait);
      waiter.stopWatching = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      this.#queue.add(waiter);
      this.#waiting.add(owner);
      this.#changed();
    });
  }

  #remove(waiter: Waiter): void {
    this.#queue.delete(waiter);
    this.#waiting.remove(waiter.owner);
    waiter.stopWatching?.();
  }

  #leave(owner: Owner): void {
    this.#active.remove(owner);
    for (let next = this.#next(); next; next = this.#next()) {
      this.#remove(next);
      this.#active.add(next.owner);
      next.start();
    }
    this.#changed();
  }

  #mayStart(owner: Owner): boolean {
    return (
      this.#active.size < this.#options.count &&
      (!owner || this.#active.of(owner) < this.#share.active)
    );
  }

  #next(): Waiter | undefined {
    let first: Waiter | undefined;
    let lowest = Infinity;
    for (const waiter of this.#queue) {
      const rank = this.#rank(waiter);
      if (rank < lowest && this.#mayStart(waiter.owner)) {
        first = waiter;
        lowest = rank;
      }
    }
    return first;
  }

  /** The lower, the sooner. */
  #rank({ owner, since }: Waiter): number {
    const underWay = this.#active.of(owner);
    if (owner !== POLLS) {
      return underWay;
    }
    const { count, maxWait } = this.#options;
    // Alerts and SLOs live on polls, so people may delay them and not stop them.
    return underWay === 0 && performance.now() - since > maxWait / 2
      ? -1
      : count;
  }

  #changed(): void {
    this.#options.onChange?.({
      active: this.#active.size,
      waiting: this.#waiting.size,
    });
  }
}
