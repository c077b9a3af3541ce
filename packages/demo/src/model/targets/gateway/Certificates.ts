import { GaugeFamily } from '../../../metrics';
import { Step } from '../../SimulatedTarget';

const DAY = 86_400;
/** A certificate lasts 90 days and is renewed after 60. */
const LIFE = 90 * DAY;
const RENEWED_AFTER = 60 * DAY;
/** Days by which each host's renewals come later than the first's. */
const HOSTS = { 'media.example.com': 0, 'upload.example.com': 25 } as const;

/** When the gateway's certificates end. */
export class Certificates {
  readonly #ends = new GaugeFamily(
    'media_gateway_certificate_expiry_timestamp_seconds',
    'When the certificate of a host ends, in Unix seconds.',
  );
  readonly families = [this.#ends];
  readonly #certificates;

  constructor(service: string) {
    this.#certificates = Object.entries(HOSTS).map(([host, days]) => ({
      later: days * DAY,
      end: this.#ends.with({ service, host }),
    }));
  }

  advance(step: Step): void {
    for (const { later, end } of this.#certificates) {
      const age = (step.time - later) % RENEWED_AFTER;
      end.set(step.time - age + LIFE);
    }
  }
}
