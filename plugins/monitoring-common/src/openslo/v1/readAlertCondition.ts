import { Fraction } from '../../slo/arithmetic/Fraction';
import { BURN_RATE_TIERS, BurnRateTier } from '../../slo/alerts/BurnRateTier';
import { BurnRateCatalogue } from '../../slo/types';
import { burnRateOf } from '../burnRateOf';
import { OWN } from '../ownAnnotations';
import { plainDecimal } from '../yaml/plainDecimal';
import { readShorthand } from '../yaml/readShorthand';
import { YamlNode } from '../yaml/YamlNode';
import { Metadata, readDescription, readMetadata } from './readMetadata';
import { readOperator } from './readOperator';

/** A burn-rate pair whose tier is still open. */
export type PolicyPair = Omit<BurnRateCatalogue['pairs'][number], 'tier'> & {
  tier?: BurnRateTier;
};

/** Windows are sums of what is recorded every five minutes. In seconds. */
const STEP = 300;
/** The workbook's: a short window is a twelfth of the long one. */
const SHORT_SHARE = 12;
const PAGES =
  /^(?:page|pager|critical|crit|high|highest|fatal|emergency|urgent|blocker|sev-?[01]|p-?[01])$/i;
const TICKETS =
  /^(?:ticket|warning|warn|medium|moderate|low|lowest|info|informational|notice|minor|sev-?[2-5]|p-?[2-5])$/i;

/**
 * Reads an AlertCondition.
 *
 * @param windowSeconds - nominal length of the SLO's window; absent to check the condition alone
 */
export function readAlertCondition(
  node: YamlNode,
  policy?: Metadata,
  windowSeconds?: number,
): PolicyPair | undefined {
  const metadata = node.get('metadata').isMissing
    ? undefined
    : readMetadata(node.get('metadata'), { identifies: false });
  const spec = node.get('spec');
  const condition = spec.get('condition');
  const isRead =
    spec.expectMap('spec of the AlertCondition', [
      'description',
      'severity',
      'condition',
    ]) &&
    condition.expectMap('condition', [
      'kind',
      'op',
      'threshold',
      'lookbackWindow',
      'alertAfter',
    ]);
  if (!isRead) {
    return undefined;
  }
  readDescription(spec.get('description'));
  const annotation = (key: string) =>
    metadata?.annotations.get(key) ?? policy?.annotations.get(key);
  const severity = readSeverity(spec.get('severity'));
  const kind = condition.get('kind');
  if (!kind.isMissing && kind.text() !== 'burnrate') {
    kind.error(`must be burnrate, not ${kind.quote()}`);
  }
  checkOperator(condition.get('op'));
  if (!condition.get('alertAfter').isMissing) {
    readAlertAfter(condition.get('alertAfter'));
  }
  const threshold = readThreshold(condition.get('threshold'));
  const longWindow = readLookback(
    condition.get('lookbackWindow'),
    windowSeconds,
  );
  if (
    !severity ||
    threshold === undefined ||
    longWindow === undefined ||
    windowSeconds === undefined
  ) {
    return undefined;
  }
  const written = annotation(OWN.tier)?.text();
  const tier = BURN_RATE_TIERS.find(known => known === written);
  return {
    ...(tier ? { tier } : {}),
    severity,
    longWindow,
    shortWindow: readShortWindow(annotation(OWN.shortWindow), longWindow),
    budgetPercent: readBudgetPercent(annotation(OWN.budgetPercent), threshold, {
      longWindow,
      windowSeconds,
    }),
  };
}

function readSeverity(node: YamlNode): 'page' | 'ticket' | undefined {
  const text = node.text();
  if (text === undefined) {
    node.error('is missing: page, or ticket');
    return undefined;
  }
  if (!PAGES.test(text) && !TICKETS.test(text)) {
    node.warn(`${node.quote()} is not known; it is read as ticket`);
  }
  return PAGES.test(text) ? 'page' : 'ticket';
}

function checkOperator(node: YamlNode): void {
  const operator = readOperator(node);
  if (operator?.startsWith('<')) {
    node.error(
      `${node.quote()} would alert while the budget does not burn; write gt`,
    );
  }
}

function readAlertAfter(node: YamlNode): void {
  if (/^0[mhdwMQY]$/.test(node.text() ?? '')) {
    return;
  }
  if (readShorthand(node)) {
    node.warn(
      'is not used: the short window of the pair does the same, and ends an alert sooner',
    );
  }
}

function readThreshold(node: YamlNode): string | undefined {
  if (node.isMissing) {
    node.error('is missing: the burn rate above which the condition is met');
    return undefined;
  }
  const text = node.decimal();
  if (text !== undefined && (text === '0' || text.startsWith('-'))) {
    node.error(`${node.quote()} is no burn rate to alert on: it lies above 0`);
    return undefined;
  }
  return text;
}

function readLookback(
  node: YamlNode,
  windowSeconds: number = Infinity,
): number | undefined {
  if (node.isMissing) {
    node.error('is missing: the long window of the pair, such as 1h');
    return undefined;
  }
  const seconds = readShorthand(node)?.seconds;
  if (seconds === undefined) {
    return undefined;
  }
  if (seconds % STEP !== 0) {
    node.error(
      `${node.quote()} is no multiple of 5m, which windows are made of`,
    );
    return undefined;
  }
  if (seconds > windowSeconds) {
    node.error(`${node.quote()} is longer than the window of the SLO`);
    return undefined;
  }
  return seconds;
}

function readShortWindow(
  node: YamlNode | undefined,
  longWindow: number,
): number {
  const derived = Math.ceil(longWindow / SHORT_SHARE / STEP) * STEP;
  const seconds = node && readShorthand(node)?.seconds;
  if (seconds === undefined) {
    return derived;
  }
  if (seconds % STEP !== 0 || seconds > longWindow) {
    node?.error(
      `${node.quote()} is no short window: a multiple of 5m, at most as long as lookbackWindow`,
    );
    return derived;
  }
  return seconds;
}

/**
 * Budget spent in the long window when the burn rate is the threshold. What our export computed the
 * threshold from is exact; otherwise it is computed back.
 */
function readBudgetPercent(
  node: YamlNode | undefined,
  threshold: string,
  { longWindow, windowSeconds }: { longWindow: number; windowSeconds: number },
): string {
  const written = plainDecimal(node?.text() ?? '');
  if (
    written !== undefined &&
    !written.startsWith('-') &&
    burnRateOf(written, longWindow, windowSeconds) === threshold
  ) {
    return written;
  }
  node?.warn('does not go with the threshold, and is not used');
  return Fraction.parse(threshold)
    .times(Fraction.of(100 * longWindow, windowSeconds))
    .toText();
}
