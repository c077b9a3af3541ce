import { EntityTarget } from '@sightline/backstage-plugin-monitoring-common';
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

/** Each instance once, those that are down first, and then as people sort their names. */
export function joinTargets(facts: ScrapeFacts): EntityTarget[] {
  const durations = valuesByLabels(facts.durations);
  const counts = valuesByLabels(facts.counts);
  const lastUp = valuesByLabels(facts.lastUp);
  return facts.up
    .map(({ labels: named, value }): EntityTarget => {
      const labels = withoutName(named);
      const key = keyOf(labels);
      const figures = {
        scrapeDuration: durations.get(key),
        samples: counts.get(key),
      };
      if (value === 1) {
        return { labels, state: 'up', ...figures };
      }
      const upAt = lastUp.get(key);
      return {
        labels,
        state: 'down',
        ...(upAt !== undefined && {
          lastUpAt: new Date(upAt * 1_000).toISOString(),
        }),
        error: errorOf(labels, facts.targets),
        ...figures,
      };
    })
    .sort(downFirst);
}

/** A server in front of several adds labels of its own, so a series may have more than its target. */
function errorOf(
  labels: Record<string, string>,
  targets: PrometheusTarget[],
): string | undefined {
  return targets.find(
    target =>
      target.error !== undefined &&
      Object.entries(target.labels).every(
        ([label, value]) => labels[label] === value,
      ),
  )?.error;
}

function downFirst(a: EntityTarget, b: EntityTarget): number {
  return (
    Number(a.state === 'up') - Number(b.state === 'up') ||
    nameOf(a).localeCompare(nameOf(b), 'en', { numeric: true })
  );
}

function nameOf({ labels: { job = '', instance = '' } }: EntityTarget): string {
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
