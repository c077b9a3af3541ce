import { CounterFamily } from '../../../metrics';
import { Step } from '../../SimulatedTarget';

/** Mean calls per second, seconds of one, and the share that fails. */
const COMMANDS = {
  get: { perSecond: 650, seconds: 0.000004, failures: 0 },
  set: { perSecond: 58, seconds: 0.000009, failures: 0 },
  // Of keys that hold something else than a number.
  incr: { perSecond: 12, seconds: 0.000005, failures: 0.004 },
} as const;

const BYTES_IN = 310_000;
const BYTES_OUT = 2_400_000;

function byCommand(name: string, help: string, digits = 0): CounterFamily {
  return new CounterFamily(`redis_commands_${name}`, help, { digits });
}

/** What clients ask of Redis. */
export class RedisCommands {
  readonly #processed = byCommand('processed_total', 'Commands processed.');
  readonly #calls = byCommand('total', 'Calls of a command.');
  readonly #durations = byCommand(
    'duration_seconds_total',
    'Seconds spent on a command.',
    6,
  );
  readonly #failures = byCommand(
    'failed_calls_total',
    'Calls of a command that failed.',
  );
  readonly #hits = new CounterFamily(
    'redis_keyspace_hits_total',
    'Lookups that found their key.',
  );
  readonly #misses = new CounterFamily(
    'redis_keyspace_misses_total',
    'Lookups that did not find their key.',
  );
  readonly #input = new CounterFamily(
    'redis_net_input_bytes_total',
    'Bytes received.',
  );
  readonly #output = new CounterFamily(
    'redis_net_output_bytes_total',
    'Bytes sent.',
  );
  readonly families = [
    this.#processed,
    this.#calls,
    this.#durations,
    this.#failures,
    this.#hits,
    this.#misses,
    this.#input,
    this.#output,
  ];
  readonly #all = this.#processed.with({});
  readonly #commands = Object.entries(COMMANDS).map(([cmd, usual]) => ({
    ...usual,
    called: this.#calls.with({ cmd }),
    lasted: this.#durations.with({ cmd }),
    failed: this.#failures.with({ cmd }),
  }));
  readonly #hit = this.#hits.with({});
  readonly #missed = this.#misses.with({});
  readonly #received = this.#input.with({});
  readonly #sent = this.#output.with({});

  advance(step: Step): void {
    const load = step.traffic * step.seconds;
    for (const command of this.#commands) {
      const calls = command.perSecond * load;
      this.#all.add(calls);
      command.called.add(calls);
      command.lasted.add(
        calls * command.seconds * (0.9 + 0.3 * step.chance(28)),
      );
      command.failed.add(calls * command.failures);
    }
    const lookups = COMMANDS.get.perSecond * load;
    const found = step.isActive('redis-memory') ? 0.55 : 0.93;
    this.#hit.add(lookups * found);
    this.#missed.add(lookups * (1 - found));
    this.#received.add(BYTES_IN * load);
    this.#sent.add(BYTES_OUT * load * found);
  }
}
