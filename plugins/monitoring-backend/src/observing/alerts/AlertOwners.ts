import {
  compileLabelMatchers,
  LabelMatcher,
  MonitoringSpec,
} from '@sightline/backstage-plugin-monitoring-common';

interface Candidate {
  entityRef: string;
  /** How many labels its selector gives a value to. */
  equalities: number;
  matches: (labels: Record<string, string>) => boolean;
}

/** Gives a label a value, which alone can make an alert somebody's. */
function isEquality({ operator, value }: LabelMatcher): boolean {
  return operator === '=' && value !== '';
}

/**
 * Finds the entity that an alert is about: by its label `entity`, which our rules set, or else by
 * the matchers that select the entity's series. When several match, the one that says most.
 */
export class AlertOwners {
  readonly #refs = new Set<string>();
  /** Candidates by the first label value that they ask for. */
  readonly #byLabel = new Map<string, Candidate[]>();
  readonly #labels = new Set<string>();

  static create(specs: MonitoringSpec[]): AlertOwners {
    return new AlertOwners(specs);
  }

  private constructor(specs: MonitoringSpec[]) {
    for (const { entityRef, selector } of specs) {
      this.#refs.add(entityRef);
      const equalities = selector.filter(isEquality);
      if (equalities.length > 0) {
        const [{ label, value }] = equalities;
        const key = JSON.stringify([label, value]);
        const candidates = this.#byLabel.get(key) ?? [];
        candidates.push({
          entityRef,
          equalities: equalities.length,
          matches: compileLabelMatchers(selector),
        });
        this.#labels.add(label);
        this.#byLabel.set(key, candidates);
      }
    }
  }

  /** Canonical ref; `undefined` when the alert is nobody's. */
  find(labels: Record<string, string>): string | undefined {
    if (this.#refs.has(labels.entity)) {
      return labels.entity;
    }
    return [...this.#labels]
      .flatMap(
        label =>
          this.#byLabel.get(JSON.stringify([label, labels[label]])) ?? [],
      )
      .filter(({ matches }) => matches(labels))
      .sort(saysMoreFirst)[0]?.entityRef;
  }
}

function saysMoreFirst(a: Candidate, b: Candidate): number {
  return b.equalities - a.equalities || (a.entityRef < b.entityRef ? -1 : 1);
}
