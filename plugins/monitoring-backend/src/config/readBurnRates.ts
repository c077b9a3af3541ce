import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  BURN_RATE_TIERS,
  BurnRateCatalogue,
} from '@sightline/backstage-plugin-monitoring-common';
import { readChoice } from './readChoice';
import { readDuration } from './readDuration';

const SEVERITIES = ['page', 'ticket'] as const;
const BUDGET = /^(\d{1,3}(?:\.\d{1,6})?)%$/;

/** In seconds: what windows are made of, and the shortest one. */
const STEP = 300;
/** In seconds. */
const LONGEST = 30 * 86_400;

type Pair = BurnRateCatalogue['pairs'][number];

/** @returns seconds */
function readWindow(pair: Config, key: 'long' | 'short', path: string): number {
  if (!pair.has(key)) {
    throw new InputError(`${path}.${key} is missing; expected 1h, for example`);
  }
  const seconds =
    readDuration(pair, key, {
      path,
      default: 0,
      minimum: STEP * 1_000,
      maximum: LONGEST * 1_000,
    }) / 1_000;
  if (seconds % STEP !== 0) {
    throw new InputError(
      `${path}.${key} is ${seconds} s; expected a multiple of 5 minutes, which rules count in`,
    );
  }
  return seconds;
}

/** @returns decimal text, as it was written */
function readBudget(pair: Config, path: string): string {
  const budget = pair.getString('budget');
  const [, percent] = BUDGET.exec(budget) ?? [];
  if (!percent || Number(percent) <= 0 || Number(percent) > 100) {
    throw new InputError(
      `${path}.budget is '${budget}'; expected a share of the error budget such as '2%', above 0% and at most 100%`,
    );
  }
  return percent;
}

/** A word that has no default. */
function readWord<T extends string>(
  pair: Config,
  key: string,
  options: { path: string; choices: readonly T[] },
): T {
  return readChoice(pair, key, { ...options, default: '' as T });
}

function readPair(pair: Config, path: string): Pair {
  const longWindow = readWindow(pair, 'long', path);
  const shortWindow = readWindow(pair, 'short', path);
  if (shortWindow >= longWindow) {
    throw new InputError(
      `${path}.short is ${shortWindow} s; expected less than ${path}.long, which is ${longWindow} s`,
    );
  }
  return {
    tier: readWord(pair, 'tier', { path, choices: BURN_RATE_TIERS }),
    severity: readWord(pair, 'severity', { path, choices: SEVERITIES }),
    longWindow,
    shortWindow,
    budgetPercent: readBudget(pair, path),
  };
}

/** The faster of two inhibits the slower, so they have to be told apart and in their order. */
function assertOrder(pairs: Pair[], path: string): void {
  pairs.forEach((pair, index) => {
    const before = pairs[index - 1];
    if (!before) {
      return;
    }
    if (
      BURN_RATE_TIERS.indexOf(pair.tier) <= BURN_RATE_TIERS.indexOf(before.tier)
    ) {
      throw new InputError(
        `${path}[${index}].tier is '${pair.tier}' after '${
          before.tier
        }'; expected each tier at most once, in the order ${BURN_RATE_TIERS.join(
          ', ',
        )}`,
      );
    }
    if (pair.longWindow <= before.longWindow) {
      throw new InputError(
        `${path}[${index}].long is ${pair.longWindow} s; expected more than that of the pair before it, ${before.longWindow} s`,
      );
    }
  });
}

/**
 * Reads `burnRates`: named sets of burn-rate pairs, from the fastest to the slowest.
 *
 * @param options - `reserved`: a name that none may have
 * @throws `InputError` that names the key and what was expected
 */
export function readBurnRates(
  slo: Config | undefined,
  options: { path: string; reserved: string },
): BurnRateCatalogue[] {
  const seen = new Set([options.reserved]);
  return (slo?.getOptionalConfigArray('burnRates') ?? []).map(
    (catalogue, index) => {
      const path = `${options.path}.burnRates[${index}]`;
      const name = catalogue.getString('name');
      if (!/^[a-z0-9-]{1,63}$/.test(name)) {
        throw new InputError(
          `${path}.name is '${name}'; expected lower-case letters, digits and '-'`,
        );
      }
      if (seen.has(name)) {
        throw new InputError(
          name === options.reserved
            ? `${path}.name is '${name}', which is built in; expected another one`
            : `${path}.name '${name}' is used twice`,
        );
      }
      seen.add(name);
      const pairs = catalogue
        .getConfigArray('pairs')
        .map((pair, at) => readPair(pair, `${path}.pairs[${at}]`));
      if (pairs.length === 0) {
        throw new InputError(`${path}.pairs is empty; expected at least one`);
      }
      assertOrder(pairs, `${path}.pairs`);
      return { name, pairs };
    },
  );
}
