import { CounterFamily, HistogramFamily } from '../../../metrics';
import { outcomes } from '../../outcomes';
import { Step } from '../../SimulatedTarget';

/** Mean authentications per second, share that is refused, and share that cannot be decided. */
const PER_SECOND = 6;
const REFUSED = 0.03;
const UNDECIDED = 0.0002;
/** Guesses per second while `credential-stuffing` lasts. */
const GUESSES = 12;
/** Share of the refused, on a usual day. */
const REASONS = {
  bad_credentials: 0.55,
  unknown_client: 0.1,
  missing_token: 0.2,
  insufficient_scope: 0.15,
} as const;
/** Mean per second. */
const TOKEN_ERRORS = {
  expired: 0.12,
  bad_signature: 0.006,
  wrong_audience: 0.012,
  malformed: 0.02,
} as const;

/** Who wants into the gateway, and who is refused. */
export class GatewayDoor {
  readonly #attempts = new CounterFamily(
    'media_gateway_auth_requests_total',
    'Authentications, by outcome; error: could not be decided.',
  );
  readonly #failures = new CounterFamily(
    'media_gateway_auth_failures_total',
    'Authentications that were refused, by reason.',
  );
  readonly #durations = new HistogramFamily(
    'media_gateway_auth_duration_seconds',
    'Duration of authentications in seconds.',
    [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
  );
  readonly #tokenErrors = new CounterFamily(
    'media_gateway_token_errors_total',
    'Tokens that were not accepted, by what was wrong with them.',
  );
  readonly families = [
    this.#attempts,
    this.#failures,
    this.#durations,
    this.#tokenErrors,
  ];
  readonly #results;
  readonly #reasons;
  readonly #errors;
  readonly #duration;

  constructor(service: string) {
    this.#results = outcomes(this.#attempts, { service }, 'result', [
      'success',
      'failure',
      'error',
    ] as const);
    this.#reasons = Object.entries(REASONS).map(([reason, share]) => ({
      share,
      guessed: reason === 'bad_credentials' ? 1 : 0,
      refused: this.#failures.with({ service, reason }),
    }));
    this.#errors = Object.entries(TOKEN_ERRORS).map(([error, perSecond]) => ({
      perSecond,
      series: this.#tokenErrors.with({ service, error }),
    }));
    this.#duration = this.#durations.with({ service });
  }

  advance(step: Step): void {
    const guesses = step.isActive('credential-stuffing')
      ? GUESSES * step.seconds
      : 0;
    const load = step.traffic * step.seconds;
    const usual = PER_SECOND * load;
    const refused = usual * REFUSED * (0.5 + step.chance(18));
    const undecided = usual * UNDECIDED;
    this.#results.success.add(usual - refused - undecided);
    this.#results.failure.add(refused + guesses);
    this.#results.error.add(undecided);
    for (const reason of this.#reasons) {
      reason.refused.add(reason.share * refused + reason.guessed * guesses);
    }
    for (const { perSecond, series } of this.#errors) {
      series.add(perSecond * load * (0.5 + step.chance(19)));
    }
    this.#duration.add(usual + guesses, { median: 0.018, sigma: 0.7 });
  }
}
