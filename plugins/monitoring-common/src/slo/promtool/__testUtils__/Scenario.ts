import { anSlo as anSloOf } from '../../__testUtils__/anSlo';
import { SloAlertTier, sloAlertName } from '../../alerts/burnRateAlertName';
import { burnRatePairs } from '../../alerts/burnRatePairs';
import { BurnRateTier } from '../../alerts/BurnRateTier';
import { errorRatioLimit } from '../../arithmetic/errorRatioLimit';
import { generateSloRules } from '../../generateSloRules';
import { Slo } from '../../types';
import { PromtoolTest, runPromtool } from './promtool';
import { Span, theoreticalSpans } from './theory';
import { Traffic } from './Traffic';

/** Whether an SLO's rules are its own or those of all services. */
export type Kind = 'own' | 'shared';
export const KINDS: Kind[] = ['own', 'shared'];

/** An availability SLO of 99.9 % over 30 days. */
export function anSlo(
  kind: Kind,
  name: string,
  changes: Partial<Slo> = {},
): Slo {
  // Only a selector that names the entity can be shared.
  const selector = `service="${name}${kind === 'own' ? '-v2' : ''}"`;
  return anSloOf(name, { selector, ...changes });
}

type Check = NonNullable<PromtoolTest['promql_expr_test']>[number];

/**
 * What services do, minute by minute, and what the rules of their SLOs should make of it. All that is
 * expected is checked by one run of promtool.
 */
export class Scenario {
  readonly #slos: Slo[] = [];
  readonly #series: { series: string; values: string }[] = [];
  readonly #checks: Check[] = [];

  /** A service with its SLOs; without traffic it was never there. */
  with(slos: Slo | Slo[], traffic?: Traffic): this {
    const all = [slos].flat();
    this.#slos.push(...all);
    this.#series.push(...(traffic?.series(all[0].selector) ?? []));
    return this;
  }

  /** An expression has exactly one sample, of this value, or none. */
  expect(expr: string, minute: number, value: number | undefined): this {
    this.#checks.push({
      expr,
      eval_time: `${minute}m`,
      exp_samples: value === undefined ? [] : [{ labels: '{}', value }],
    });
    return this;
  }

  /** An alert fires at a minute, or does not. */
  expectAlert(
    slo: Slo,
    tier: SloAlertTier,
    minute: number,
    fires: boolean,
  ): this {
    return this.expect(
      `count(ALERTS{alertname="${sloAlertName(
        tier,
      )}", alertstate="firing", entity="${slo.entityRef}", slo="${slo.id}"})`,
      minute,
      fires ? 1 : undefined,
    );
  }

  /** No alert of an SLO fires at any of the minutes. */
  expectQuiet(slo: Slo, ...minutes: number[]): this {
    for (const minute of minutes) {
      this.expect(
        `count(ALERTS{alertstate="firing", entity="${slo.entityRef}", slo="${slo.id}"})`,
        minute,
        undefined,
      );
    }
    return this;
  }

  /**
   * The alert of one pair fires and clears within one evaluation of the theoretical minutes.
   *
   * @param tolerance - in minutes
   * @returns when it should fire, so that the scenario can say what it is about
   */
  expectTheory(
    slo: Slo,
    tier: BurnRateTier,
    traffic: Traffic,
    tolerance: number = 1,
  ): Span[] {
    const pair = burnRatePairs(slo).find(one => one.tier === tier)!;
    const spans = theoreticalSpans(traffic.minutes, {
      long: pair.longWindow / 60,
      short: pair.shortWindow / 60,
      limit: Number(errorRatioLimit(pair, slo.objective)),
      minimum: slo.alerting?.minimumEvents,
    });
    const last = traffic.minutes.length - 1;
    const expectAt = (minute: number, fires: boolean) => {
      const isOver = spans.some(
        ({ from, to }) => minute >= from - tolerance && minute < to + tolerance,
      );
      const isIn = spans.some(
        ({ from, to }) => minute >= from + tolerance && minute < to - tolerance,
      );
      // Short spans and short pauses between them are within the tolerance.
      if (minute >= 0 && minute <= last && (fires ? isIn : !isOver)) {
        this.expectAlert(slo, tier, minute, fires);
      }
    };
    for (const { from, to } of spans) {
      expectAt(from - tolerance - 1, false);
      expectAt(from + tolerance, true);
      expectAt(Math.floor((from + to) / 2), true);
      expectAt(to - tolerance - 1, true);
      expectAt(to + tolerance, false);
    }
    if (spans.length === 0) {
      for (let minute = 0; minute <= last; minute += Math.ceil(last / 20)) {
        expectAt(minute, false);
      }
    }
    return spans;
  }

  /** Runs promtool; empty when all is as expected. */
  run(): string {
    return runPromtool(generateSloRules(this.#slos), {
      input_series: this.#series,
      promql_expr_test: this.#checks,
    });
  }
}
