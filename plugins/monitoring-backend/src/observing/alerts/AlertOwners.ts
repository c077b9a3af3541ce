import {
  compileLabelMatchers,
  identityRef,
  LabelMatcher,
} from '@sightline/backstage-plugin-monitoring-common';
import { AlertSubject } from './alertSubjects';

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
 *
 * An entity is told of no alert without the labels to which the operator limits its queries. Rules
 * of ours have no need of them: their expressions are limited.
 */
export class AlertOwners {
  readonly #known = new Map<string, AlertSubject[]>();
  /** Candidates by the first label value that they ask for. */
  readonly #byLabel = new Map<string, Candidate[]>();
  readonly #labels = new Set<string>();

  /** @param subjects - all environments of all entities */
  static create(subjects: AlertSubject[]): AlertOwners {
    return new AlertOwners(subjects);
  }

  private constructor(subjects: AlertSubject[]) {
    for (const subject of subjects) {
      const { spec, mayTell } = subject;
      const { entityRef, environment, selector } = spec;
      const ref = identityRef(spec);
      this.#known.set(ref, [...(this.#known.get(ref) ?? []), subject]);
      const equalities = selector.filter(isEquality);
      if (equalities.length > 0) {
        const [{ label, value }] = equalities;
        const key = JSON.stringify([label, value]);
        const candidates = this.#byLabel.get(key) ?? [];
        const matches = compileLabelMatchers(selector);
        candidates.push({
          owner: { entityRef, ...(environment ? { environment } : {}) },
          equalities: equalities.length,
          matches: alert => mayTell(alert) && matches(alert),
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
      return ownerByName(known, labels);
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

/** @param subjects - the environments of one entity */
function ownerByName(
  subjects: AlertSubject[],
  labels: Record<string, string>,
): AlertOwner | undefined {
  const named = subjects.find(
    ({ spec }) => spec.environment === labels.environment,
  );
  const [first] = subjects;
  const mayTell = named
    ? named.mayTell(labels)
    : subjects.some(subject => subject.mayTell(labels));
  if (!mayTell) {
    return undefined;
  }
  const environment = named?.spec.environment;
  return {
    entityRef: first.spec.entityRef,
    ...(environment ? { environment } : {}),
  };
}

function saysMoreFirst(a: Candidate, b: Candidate): number {
  return (
    b.equalities - a.equalities ||
    (a.owner.entityRef < b.owner.entityRef ? -1 : 1)
  );
}
