import { builtInCatalogue } from './burnRateCatalogues';
import { BurnRateTier } from './BurnRateTier';
import { Fraction } from '../arithmetic/Fraction';
import { ownCatalogue } from './ownCatalogue';
import { SCRAPES } from './scrapes';
import { sloWindowSeconds } from '../windows/sloWindowSeconds';
import { BurnRateCatalogue, Slo } from '../types';
import { SloFacts } from '../warnings/SloFacts';

/**
 * A pair of alerting windows: it fires when the burn rate over both is above the limit.
 *
 * @public
 */
export interface BurnRatePairDefinition {
  tier: BurnRateTier;
  /** `page` wakes somebody, `ticket` can wait for the morning. */
  severity: 'page' | 'ticket';
  /** In seconds. */
  longWindow: number;
  /** In seconds. */
  shortWindow: number;
  /** Per cent of the error budget spent during the long window when the pair fires. */
  budgetPercent: string;
  /** Burn rate above which the pair fires, as decimal text. */
  limit: string;
}

type CataloguePair = BurnRateCatalogue['pairs'][number];

/** In seconds. */
const SHORTEST_WINDOW = 300;
/** A long window that has to grow holds its short one so many times: less would be one window. */
const SHORT_IN_LONG = 3;
/** What is as long as this part of the SLO's window is said by the budget itself. */
const LONGEST_PART = 2;

function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}

/** Smallest length that every window is a multiple of: whole minutes, and whole slices. */
function stepOf(slice: number): number {
  return slice > SHORTEST_WINDOW ? slice : 60;
}

function sameWindows(a: CataloguePair, b: CataloguePair): boolean {
  return a.longWindow === b.longWindow && a.shortWindow === b.shortWindow;
}

/** A pair as the catalogue lists it, and as it serves the SLO. */
interface FittedPair {
  listed: CataloguePair;
  pair: CataloguePair;
}

/**
 * A pair whose short window is not shorter than `shortest`. A long window grows with it, past that of the
 * pair before; the limit stays, so the share of the budget grows too.
 */
function fit(
  listed: CataloguePair,
  shortest: number,
  step: number,
  before: FittedPair | undefined,
): CataloguePair {
  const shortWindow = roundUp(Math.max(listed.shortWindow, shortest), step);
  const isLongEnough =
    shortWindow === listed.shortWindow && listed.longWindow % step === 0;
  if (isLongEnough && !(before && hasOutgrown(before, listed))) {
    return listed;
  }
  const longWindow = roundUp(
    Math.max(listed.longWindow, SHORT_IN_LONG * shortWindow),
    step,
  );
  return {
    ...listed,
    shortWindow,
    longWindow:
      before && longWindow <= before.pair.longWindow
        ? 2 * before.pair.longWindow
        : longWindow,
  };
}

/** Whether a pair grew until it is as long as one behind it. */
function hasOutgrown({ listed, pair }: FittedPair, next: CataloguePair) {
  return (
    listed.longWindow < next.longWindow && pair.longWindow >= next.longWindow
  );
}

function define(
  { listed, pair }: FittedPair,
  sloWindow: number,
): BurnRatePairDefinition {
  const { tier, severity, longWindow, shortWindow } = pair;
  const percent = Fraction.parse(listed.budgetPercent);
  const limit = percent.times(Fraction.of(sloWindow, 100 * listed.longWindow));
  return {
    tier,
    severity,
    longWindow,
    shortWindow,
    budgetPercent: percent
      .times(Fraction.of(longWindow, listed.longWindow))
      .toText(),
    limit: limit.toText(),
  };
}

/** The pairs of a catalogue that serve an SLO's window; the windows of each are its own. */
function fitAll(
  catalogue: BurnRateCatalogue,
  sloWindow: number,
  slice: number,
  scrapeInterval: number,
): BurnRatePairDefinition[] {
  const step = stepOf(slice);
  const shortest = Math.max(SHORTEST_WINDOW, slice, SCRAPES * scrapeInterval);
  const kept: FittedPair[] = [];
  const pairs: BurnRatePairDefinition[] = [];
  for (const listed of catalogue.pairs) {
    const pair = fit(listed, shortest, step, kept[kept.length - 1]);
    const definition = define({ listed, pair }, sloWindow);
    const pagesTooSoon =
      pair.severity === 'page' && Number(definition.limit) <= 1;
    if (
      pair.longWindow * LONGEST_PART <= sloWindow &&
      !pagesTooSoon &&
      !kept.some(other => sameWindows(other.pair, pair))
    ) {
      kept.push({ listed, pair });
      pairs.push(definition);
    }
  }
  return pairs;
}

/**
 * The alerting windows of an SLO, with limits for its window: limit = budget share × SLO window ÷
 * long window, computed exactly.
 *
 * The built-in catalogue `google`, as long ÷ short window and share of the budget:
 *
 * - from 14 days 1h ÷ 5m 2 %, 6h ÷ 30m 5 % (page), 1d ÷ 2h 10 %, 3d ÷ 6h 10 % (ticket): over
 *   30 days limits of 14.4, 6, 3 and 1
 * - from 7 days the same windows with 8, 12.5, 20 and 42 %
 * - from 3 days 30m ÷ 5m 8 %, 2h ÷ 10m 12.5 %, 6h ÷ 30m 15 %, 1d ÷ 2h 35 %
 * - from 1 day 15m ÷ 5m 10 %, 1h ÷ 5m 15 %, 3h ÷ 15m 20 %, 6h ÷ 30m 30 %
 * - from 6 hours 15m ÷ 5m 15 % (page), 1h ÷ 5m 25 %, 2h ÷ 10m 40 % (ticket)
 * - from 3 hours 15m ÷ 5m 25 % (page), 30m ÷ 5m 30 %, 1h ÷ 5m 45 % (ticket)
 * - below 15m ÷ 5m 50 % (page), 30m ÷ 5m 60 % (ticket)
 *
 * For every catalogue: no short window is under 5 minutes, one time slice or four scrapes. Where
 * one has to grow, its long window becomes at least three times as long and longer than the
 * pair's before, and the limit stays. Left out is a pair whose long window is more than half of
 * the SLO's, that would page at the rate that spends the budget evenly (limit of 1 or less), or that has
 * the windows of another. A calendar window counts with its nominal length. A catalogue that has no pair
 * for the window gives way to the built-in one.
 *
 * @param slo - its window and how it alerts
 * @param facts - how often its metrics are scraped, where that is known
 * @returns from the fastest to the slowest
 * @see Site Reliability Workbook, chapter 5, table 5-8
 * @public
 */
export function burnRatePairs(
  slo: Pick<Slo, 'window' | 'alerting' | 'timeSlice'>,
  facts: Pick<SloFacts, 'scrapeIntervalSeconds'> = {},
): BurnRatePairDefinition[] {
  const sloWindow = sloWindowSeconds(slo.window);
  const slice = slo.timeSlice?.seconds ?? 0;
  const scrapeInterval = facts.scrapeIntervalSeconds ?? 0;
  const builtIn = builtInCatalogue(sloWindow);
  const asked = ownCatalogue(slo) ?? builtIn;
  const pairs = fitAll(asked, sloWindow, slice, scrapeInterval);
  return pairs.length > 0
    ? pairs
    : fitAll(builtIn, sloWindow, slice, scrapeInterval);
}
