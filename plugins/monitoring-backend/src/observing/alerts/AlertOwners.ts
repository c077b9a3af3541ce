import {
  compileLabelMatchers,
  identityRef,
  LabelMatcher,
  MonitoringSpec,
} from '@sightline/backstage-plugin-monitoring-common';

/** Whom an alert is about. */
export interface AlertOwner {
  /** Canonical ref. */
  entityRef: string;
  /** Absent when the entity has none, or the alert does not say. */
  environment?: string;
}

interface Candidate {
  owner: AlertOwner;
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
 * the matchers that select the entity's series. When several match, the one that says most. A
 * renamed entity is known to our rules by its former name.
 */
export class AlertOwners {
  readonly #known = new Map<
    string,
    { entityRef: string; environments: Set<string | undefined> }
  >();
  /** Candidates by the first label value that they ask for. */
  readonly #byLabel = new Map<string, Candidate[]>();
  readonly #labels = new Set<string>();

  /** @param specs - of all environments of all entities */
  static create(specs: MonitoringSpec[]): AlertOwners {
    return new AlertOwners(specs);
  }

  private constructor(specs: MonitoringSpec[]) {
    for (const spec of specs) {
      const { entityRef, environment, selector } = spec;
      const known = this.#known.get(identityRef(spec)) ?? {
        entityRef,
        environments: new Set(),
      };
      known.environments.add(environment);
      this.#known.set(identityRef(spec), known);
      const equalities = selector.filter(isEquality);
      if (equalities.length > 0) {
        const [{ label, value }] = equalities;
        const key = JSON.stringify([label, value]);
        const candidates = this.#byLabel.get(key) ?? [];
        candidates.push({
          owner: { entityRef, ...(environment ? { environment } : {}) },
          equalities: equalities.length,
          matches: compileLabelMatchers(selector),
        });
        this.#labels.add(label);
        this.#byLabel.set(key, candidates);
      }
    }
  }

  /** `undefined` when the alert is nobody's. */
  find(labels: Record<string, string>): AlertOwner | undefined {
    const known = this.#known.get(labels.entity);
    if (known) {
      const { entityRef, environments } = known;
      const { environment } = labels;
      return {
        entityRef,
        ...(environments.has(environment) ? { environment } : {}),
      };
    }
    return [...this.#labels]
      .flatMap(
        label =>
          this.#byLabel.get(JSON.stringify([label, labels[label]])) ?? [],
      )
      .filter(({ matches }) => matches(labels))
      .sort(saysMoreFirst)[0]?.owner;
  }
}

function saysMoreFirst(a: Candidate, b: Candidate): number {
  return (
    b.equalities - a.equalities ||
    (a.owner.entityRef < b.owner.entityRef ? -1 : 1)
  );
}
