import {
  ProvisioningPause,
  ProvisioningRun,
  ProvisioningStep,
  ProvisioningStepListQuery,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  DecidedSides,
  PauseScope,
  ProvisioningStore,
  StoredBrakeAnswer,
  StoredDecision,
  StoredObject,
  StoredPart,
  StoredPartContent,
} from '../store';

function nameOf(scope: PauseScope): string {
  return scope === 'all' ? scope : scope.entityRef;
}

/** A store in memory, which keeps every run and counts what is written. */
export class MemoryStore implements ProvisioningStore {
  readonly objects = new Map<string, StoredObject>();
  readonly runs = new Map<string, ProvisioningRun>();
  readonly requested = new Set<string>();
  readonly stops = new Map<string, string>();
  readonly steps = new Map<string, ProvisioningStep[]>();
  readonly reconciled = new Map<string, Date>();
  readonly decisions = new Map<string, StoredDecision>();
  readonly pauses = new Map<string, ProvisioningPause>();
  /** By target and key. */
  readonly parts = new Map<string, StoredPartContent>();
  readonly locks = new Map<string, string>();
  answer?: StoredBrakeAnswer;
  /** Rows of objects written or removed. */
  changedObjects = 0;

  async listObjects(filter: { entityRef?: string } = {}) {
    return [...this.objects.values()].filter(
      ({ entityRef }) => !filter.entityRef || entityRef === filter.entityRef,
    );
  }

  async countObjects() {
    const counts = new Map<string, number>();
    for (const { hash, target } of this.objects.values()) {
      if (hash) {
        counts.set(target, (counts.get(target) ?? 0) + 1);
      }
    }
    return counts;
  }

  async saveObjects(objects: StoredObject[]) {
    this.changedObjects += objects.length;
    objects.forEach(object => this.objects.set(object.key, object));
  }

  async removeObjects(keys: string[]) {
    this.changedObjects += keys.length;
    keys.forEach(key => this.objects.delete(key));
  }

  async saveRun(run: ProvisioningRun) {
    this.runs.set(run.id, structuredClone(run));
  }

  async saveSteps(runId: string, steps: ProvisioningStep[]) {
    this.steps.set(runId, steps);
  }

  async findRun(id: string) {
    return this.runs.get(id);
  }

  async listRuns(query: { limit: number; offset: number }) {
    const items = [...this.runs.values()].reverse();
    return {
      items: items.slice(query.offset, query.offset + query.limit),
      totalItems: items.length,
    };
  }

  async listSteps(
    runId: string,
    query: Omit<ProvisioningStepListQuery, 'limit' | 'cursor'>,
  ) {
    return (this.steps.get(runId) ?? []).filter(
      step => !query.entityRef || step.entityRef === query.entityRef,
    );
  }

  async lastRun(filter: { planned?: boolean } = {}) {
    return [...this.runs.values()]
      .filter(run => run.status !== 'running' && !run.entityRef)
      .filter(
        run => !filter.planned || (run.complete && run.entities !== undefined),
      )
      .at(-1);
  }

  async listRunning() {
    return [...this.runs.values()].filter(({ status }) => status === 'running');
  }

  async endLostRuns() {}

  async requestRun(run: ProvisioningRun) {
    this.requested.add(run.id);
    await this.saveRun(run);
  }

  async claimRun() {
    const [id] = this.requested;
    this.requested.delete(id);
    return this.runs.get(id);
  }

  async withdrawRun(id: string) {
    if (this.requested.delete(id)) {
      this.runs.delete(id);
    }
  }

  async requestStop(runId: string, by: string) {
    this.stops.set(runId, by);
  }

  async stopRequestedBy(runId: string) {
    return this.stops.get(runId);
  }

  async saveReconciled(
    entityRefs: string[],
    at: Date,
    options: { all?: boolean } = {},
  ) {
    if (options.all) {
      this.reconciled.clear();
    }
    entityRefs.forEach(entityRef => this.reconciled.set(entityRef, at));
  }

  async lastReconciledAt(entityRef: string) {
    return this.reconciled.get(entityRef);
  }

  async listParts(filter: { entityRefs?: string[] } = {}) {
    return [...this.parts.values()]
      .filter(({ entityRef }) => filter.entityRefs?.includes(entityRef) ?? true)
      .map(({ content: _, ...part }) => part);
  }

  async readParts(target: string, keys: string[]) {
    return new Map(
      keys.flatMap(key => {
        const part = this.parts.get(`${target}|${key}`);
        return part ? [[key, part.content] as const] : [];
      }),
    );
  }

  async countParts() {
    const counts = new Map<string, Set<string>>();
    for (const { target, entityRef } of this.parts.values()) {
      counts.set(target, (counts.get(target) ?? new Set()).add(entityRef));
    }
    return new Map([...counts].map(([target, refs]) => [target, refs.size]));
  }

  async saveParts(parts: StoredPartContent[]) {
    for (const part of structuredClone(parts)) {
      this.parts.set(`${part.target}|${part.key}`, part);
    }
  }

  async removeParts(parts: Pick<StoredPart, 'target' | 'key'>[]) {
    parts.forEach(({ target, key }) => this.parts.delete(`${target}|${key}`));
  }

  async lock(name: string, runId: string) {
    const holder = this.locks.get(name);
    if (
      holder !== undefined &&
      holder !== runId &&
      this.runs.get(holder)?.status === 'running'
    ) {
      return false;
    }
    this.locks.set(name, runId);
    return true;
  }

  async unlock(name: string, runId: string) {
    if (this.locks.get(name) === runId) {
      this.locks.delete(name);
    }
  }

  async listDecisions(filter: { key?: string } = {}) {
    return [...this.decisions.values()].filter(
      ({ key }) => !filter.key || key === filter.key,
    );
  }

  async saveDecision(decision: StoredDecision) {
    this.decisions.set(decision.key, decision);
  }

  async removeDecisions(decisions: DecidedSides[]) {
    for (const { key, theirs, ours } of decisions) {
      const known = this.decisions.get(key);
      if (known?.theirs === theirs && known.ours === ours) {
        this.decisions.delete(key);
      }
    }
  }

  async listPauses() {
    return new Map(this.pauses);
  }

  async savePause(scope: PauseScope, pause: ProvisioningPause) {
    this.pauses.set(nameOf(scope), pause);
  }

  async removePause(scope: PauseScope) {
    this.pauses.delete(nameOf(scope));
  }

  async brakeAnswer() {
    return this.answer;
  }

  async saveBrakeAnswer(answer: StoredBrakeAnswer) {
    this.answer = answer;
  }
}
