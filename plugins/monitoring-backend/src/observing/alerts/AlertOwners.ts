import {
  compileLabelMatchers,
  identityRef,
  LabelMatcher,
} from '@sightline/backstage-plugin-monitoring-common';
import { AlertSubject } from './alertSubjects';
import { instanceOfSource } from './instanceOfSource';
import { ObservedAlert } from './ObservedAlert';

/** What of an alert says whom it is about. */
type Clues = Pick<ObservedAlert, 'labels'> &
  Partial<Pick<ObservedAlert, 'sources'>>;

/** Whom an alert is about. */
export interface AlertOwner {
  /** Canonical ref. */
  entityRef: string;
  /** Absent when the entity has none, or the alert does not say. */
  environment?: string;
}

interface Candidate {
  subject: AlertSubject;
  /** How many labels its selector gives a value to. */
  equalities: number;
  matches: (labels: Record<string, string>) => boolean;
}

/** An entity that an alert is about. */
interface Finding {
  subject: AlertSubject;
  /** Whether the alert says in which environment, so that it is this subject's alone. */
  saysEnvironment: boolean;
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
 * of ours have no need of them: their expressions are limited. What an instance of Prometheus tells
 * is about those alone that use this instance: it may be all that separates tenants.
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
      const { spec } = subject;
      const { selector } = spec;
      const ref = identityRef(spec);
      this.#known.set(ref, [...(this.#known.get(ref) ?? []), subject]);
      const equalities = selector.filter(isEquality);
      if (equalities.length > 0) {
        const [{ label, value }] = equalities;
        const key = JSON.stringify([label, value]);
        const candidates = this.#byLabel.get(key) ?? [];
        candidates.push({
          subject,
          equalities: equalities.length,
          matches: compileLabelMatchers(selector),
        });
        this.#labels.add(label);
        this.#byLabel.set(key, candidates);
      }
    }
  }

  /** `undefined` when the alert is nobody's. Without `sources`, by the labels alone. */
  find(alert: Clues): AlertOwner | undefined {
    const found = this.#find(alert);
    if (!found) {
      return undefined;
    }
    const { entityRef, environment } = found.subject.spec;
    return {
      entityRef,
      ...(found.saysEnvironment && environment ? { environment } : {}),
    };
  }

  /** Which Prometheus the one uses that an alert with such labels is about. */
  instanceOf(labels: Record<string, string>): string | undefined {
    return this.#find({ labels })?.subject.instance;
  }

  #find(alert: Clues): Finding | undefined {
    const { labels } = alert;
    const known = this.#known.get(labels.entity);
    if (known) {
      return findByName(known, alert);
    }
    const [first] = [...this.#labels]
      .flatMap(
        label =>
          this.#byLabel.get(JSON.stringify([label, labels[label]])) ?? [],
      )
      .filter(
        ({ subject, matches }) => mayTell(subject, alert) && matches(labels),
      )
      .sort(saysMoreFirst);
    return first && { subject: first.subject, saysEnvironment: true };
  }
}

function mayTell(
  subject: AlertSubject,
  { labels, sources = [] }: Clues,
): boolean {
  const instances = sources.flatMap(source => instanceOfSource(source) ?? []);
  return (
    subject.mayTell(labels) &&
    (instances.length === 0 || instances.includes(subject.instance ?? ''))
  );
}

/** @param subjects - the environments of one entity */
function findByName(
  subjects: AlertSubject[],
  alert: Clues,
): Finding | undefined {
  const named = subjects.find(
    ({ spec }) => spec.environment === alert.labels.environment,
  );
  const subject = (named ? [named] : subjects).find(one => mayTell(one, alert));
  return subject && { subject, saysEnvironment: named !== undefined };
}

function saysMoreFirst(a: Candidate, b: Candidate): number {
  return (
    b.equalities - a.equalities ||
    (a.subject.spec.entityRef < b.subject.spec.entityRef ? -1 : 1)
  );
}
