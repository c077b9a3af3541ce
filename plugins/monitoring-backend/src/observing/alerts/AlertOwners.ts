import {
  LabelMatcher,
  MonitoringSpec,
} from '@sightline/backstage-plugin-monitoring-common';

function matches(
  labels: Record<string, string>,
  { label, operator, value }: LabelMatcher,
): boolean {
  const actual = labels[label] ?? '';
  switch (operator) {
    case '=':
      return actual === value;
    case '!=':
      return actual !== value;
    default:
      // A regular expression cannot tell whose alert it is without being run; equality has to.
      return true;
  }
}

/**
 * Finds the entity that an alert is about: by its label `entity`, which our rules set, or else by
 * the matchers that select the entity's series.
 */
export class AlertOwners {
  readonly #refs = new Set<string>();
  /** Specs by the first label value that they ask for. */
  readonly #byLabel = new Map<string, MonitoringSpec[]>();
  readonly #labels = new Set<string>();

  static create(specs: MonitoringSpec[]): AlertOwners {
    return new AlertOwners(specs);
  }

  private constructor(specs: MonitoringSpec[]) {
    for (const spec of specs) {
      this.#refs.add(spec.entityRef);
      const first = spec.selector.find(({ operator }) => operator === '=');
      if (first) {
        const key = JSON.stringify([first.label, first.value]);
        this.#labels.add(first.label);
        this.#byLabel.set(key, [...(this.#byLabel.get(key) ?? []), spec]);
      }
    }
  }

  /** Canonical ref; `undefined` when the alert is nobody's. */
  find(labels: Record<string, string>): string | undefined {
    if (this.#refs.has(labels.entity)) {
      return labels.entity;
    }
    for (const label of this.#labels) {
      const candidates =
        this.#byLabel.get(JSON.stringify([label, labels[label]])) ?? [];
      const owner = candidates.find(({ selector }) =>
        selector.every(matcher => matches(labels, matcher)),
      );
      if (owner) {
        return owner.entityRef;
      }
    }
    return undefined;
  }
}
