import { Fraction } from '../../slo/arithmetic/Fraction';
import { BURN_RATE_TIERS, BurnRateTier } from '../../slo/alerts/BurnRateTier';
import { BurnRateCatalogue, SloAlerting } from '../../slo/types';
import { definitionName } from '../definitionName';
import { OWN } from '../ownAnnotations';
import { YamlNode } from '../yaml/YamlNode';
import { PolicyPair } from './readAlertCondition';
import { readAlertPolicy } from './readAlertPolicy';
import { V1Objects } from './V1Objects';

type Pair = BurnRateCatalogue['pairs'][number];

/** Policies that are looked at; some may be without an alert. */
const MOST_POLICIES = 20;

/** Annotations of an SLO that say how it alerts. */
type Annotations = Map<string, YamlNode>;

/**
 * How an SLO alerts: what its policies come to, and what our annotations say. Without either, the
 * portal's default catalogue.
 *
 * @param policies - `alertPolicies`
 * @param windowSeconds - nominal length of the SLO's window
 */
export function readAlerting(
  policies: YamlNode,
  objects: V1Objects,
  annotations: Annotations,
  options: { name: string; windowSeconds: number },
): SloAlerting | undefined {
  if (!policies.isMissing && !policies.isList) {
    policies.error('must be a list');
  }
  const items = policies.items();
  if (items.length > MOST_POLICIES) {
    policies.error(
      `has ${items.length} policies; an SLO has at most ${BURN_RATE_TIERS.length} burn-rate conditions`,
    );
    return undefined;
  }
  const read = items.map(item =>
    readAlertPolicy(item, objects, options.windowSeconds),
  );
  const pairs = read.flatMap(policy => (policy ? policy.pair ?? [] : []));
  if (pairs.length > BURN_RATE_TIERS.length) {
    policies.error(
      `has ${pairs.length} burn-rate conditions; an SLO has at most ${BURN_RATE_TIERS.length}`,
    );
    return undefined;
  }
  const areAllSilent =
    items.length > 0 && read.every(policy => policy && !policy.pair);
  const enabled = readEnabled(annotations.get(OWN.alerting));
  const minimumEvents = readMinimum(annotations.get(OWN.minimumEvents));
  const catalogue =
    pairs.length > 0
      ? {
          name:
            definitionName(annotations.get(OWN.catalogue)?.text() ?? '') ||
            options.name,
          pairs: withTiers(pairs),
        }
      : undefined;
  const alerting: SloAlerting = {
    ...(enabled !== undefined || areAllSilent
      ? { enabled: enabled ?? false }
      : {}),
    ...(catalogue ? { catalogue } : {}),
    ...(minimumEvents === undefined ? {} : { minimumEvents }),
  };
  return Object.keys(alerting).length > 0 ? alerting : undefined;
}

function readEnabled(node: YamlNode | undefined): boolean | undefined {
  const text = node?.text();
  if (node && text !== 'enabled' && text !== 'disabled') {
    node.warn(
      `must be enabled or disabled, not ${node.quote()}, and is not used`,
    );
    return undefined;
  }
  return text === undefined ? undefined : text === 'enabled';
}

function readMinimum(node: YamlNode | undefined): number | undefined {
  const text = node?.text();
  if (node && !/^\d{1,15}$/.test(text ?? '')) {
    node.warn(
      `must be a number of events, not ${node.quote()}, and is not used`,
    );
    return undefined;
  }
  return text === undefined ? undefined : Number(text);
}

/**
 * From the fastest to the slowest; who names a tier has it. Pages want to be fast or medium,
 * tickets slow or long, in their order.
 */
function withTiers(pairs: PolicyPair[]): Pair[] {
  const sorted = [...pairs].sort(
    (a, b) =>
      a.longWindow - b.longWindow ||
      Fraction.parse(b.budgetPercent)
        .minus(Fraction.parse(a.budgetPercent))
        .toNumber(),
  );
  const named = sorted.map(({ tier }) => tier);
  const isNamed =
    named.every(tier => tier !== undefined) &&
    new Set(named).size === named.length;
  const tiers = isNamed ? (named as BurnRateTier[]) : chooseTiers(sorted);
  return sorted
    .map((pair, index) => ({ ...pair, tier: tiers[index] }))
    .sort(
      (a, b) =>
        BURN_RATE_TIERS.indexOf(a.tier) - BURN_RATE_TIERS.indexOf(b.tier),
    );
}

function chooseTiers(sorted: PolicyPair[]): BurnRateTier[] {
  const wanted = sorted.map(({ severity }) => (severity === 'page' ? 0 : 2));
  const chosen: number[] = [];
  wanted.forEach((tier, index) => {
    const free = (chosen[index - 1] ?? -1) + 1;
    const last = BURN_RATE_TIERS.length - (sorted.length - index);
    chosen.push(Math.min(Math.max(tier, free), last));
  });
  return chosen.map(tier => BURN_RATE_TIERS[tier]);
}
