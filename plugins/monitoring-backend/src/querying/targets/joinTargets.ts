import {
  EntityTarget,
  EntityTargetsResponse,
  groupBy,
} from '@sightline/backstage-plugin-monitoring-common';
import { PrometheusSample, PrometheusTarget } from '../../sources';

/** What is known of the scrapes of an entity. */
export interface ScrapeFacts {
  /** The series `up`. */
  up: PrometheusSample[];
  durations: PrometheusSample[];
  counts: PrometheusSample[];
  /** When each was up last; the values are Unix seconds. */
  lastUp: PrometheusSample[];
  /** As the server lists them: for the reasons of failed scrapes. */
  targets: PrometheusTarget[];
}

/** Those that are listed, and how many there are of each kind. */
export type JoinedTargets = Pick<
  EntityTargetsResponse,
  'items' | 'up' | 'down'
>;

/** `localeCompare` sets one up for each pair. */
const collator = new Intl.Collator('en', { numeric: true });

/**
 * Each instance once, those that are down first, and then as people sort their names.
 *
 * @param most - how many are listed: only of these it is looked up what else is known
 */
export function joinTargets(facts: ScrapeFacts, most: number): JoinedTargets {
  const all = facts.up
    .map(({ labels, value }) => ({
      labels: withoutName(labels),
      isUp: value === 1,
    }))
    .sort(downFirst);
  const down = all.filter(({ isUp }) => !isUp).length;
  const durations = valuesByLabels(facts.durations);
  const counts = valuesByLabels(facts.counts);
  const lastUp = valuesByLabels(facts.lastUp);
  const failed = failedByName(facts.targets);
  const items = all.slice(0, most).map(({ labels, isUp }): EntityTarget => {
    const key = keyOf(labels);
    const figures = {
      scrapeDuration: durations.get(key),
      samples: counts.get(key),
    };
    if (isUp) {
      return { labels, state: 'up', ...figures };
    }
    const upAt = lastUp.get(key);
    return {
      labels,
      state: 'down',
      ...(upAt !== undefined && {
        lastUpAt: new Date(upAt * 1_000).toISOString(),
      }),
      error: errorOf(labels, failed.get(nameOf({ labels })) ?? []),
      ...figures,
    };
  });
  return { items, up: all.length - down, down };
}

/** Every target has a `job` and an `instance`, so that nobody has to search all 50,000 of a server. */
function failedByName(
  targets: PrometheusTarget[],
): Map<string, PrometheusTarget[]> {
  return new Map(
    groupBy(
      targets.filter(({ error }) => error !== undefined),
      nameOf,
    ),
  );
}

/** A server in front of several adds labels of its own, so a series may have more than its target. */
function errorOf(
  labels: Record<string, string>,
  failed: PrometheusTarget[],
): string | undefined {
  return failed.find(target =>
    Object.entries(target.labels).every(
      ([label, value]) => labels[label] === value,
    ),
  )?.error;
}

interface Instance {
  labels: Record<string, string>;
  isUp: boolean;
}

function downFirst(a: Instance, b: Instance): number {
  return (
    Number(a.isUp) - Number(b.isUp) || collator.compare(nameOf(a), nameOf(b))
  );
}

function nameOf({
  labels: { job = '', instance = '' },
}: Pick<EntityTarget, 'labels'>): string {
  return `${job} ${instance}`;
}

function valuesByLabels(samples: PrometheusSample[]): Map<string, number> {
  return new Map(
    samples
      .filter(({ value }) => Number.isFinite(value))
      .map(({ labels, value }) => [keyOf(withoutName(labels)), value]),
  );
}

function withoutName({
  __name__: _name,
  ...labels
}: Record<string, string>): Record<string, string> {
  return labels;
}

function keyOf(labels: Record<string, string>): string {
  return JSON.stringify(
    Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
