import { AuditorService } from '@backstage/backend-plugin-api';
import { ManagedObjectKind } from '@sightline/backstage-plugin-monitoring-common';
import {
  DesiredObject,
  ProvisioningTarget,
} from '@sightline/backstage-plugin-monitoring-node';
import { TargetFailure } from '../TargetFailure';
import { Step } from '../plan';

/** What came of a step. */
export interface Outcome {
  step: Step;
  /** Absent when it did what it says. */
  error?: string;
  url?: string;
  /** Whether something was written or deleted. */
  written: boolean;
}

/** A step that changes a target. */
export type WritingStep = Extract<
  Step,
  { action: 'create' | 'update' | 'revert' | 'prune' }
>;

/** What applying needs beside the steps. */
export interface ApplyOptions {
  signal?: AbortSignal;
  auditor?: AuditorService;
  /** Called after each write. */
  onProgress?: (done: number, total: number) => void;
  /** Called for a failure that is of no single object. */
  onFailure?: (failure: TargetFailure) => void;
  /** Looks again at one object that changed while the run was under way, and plans it anew. */
  replan?: (object: DesiredObject, target: ProvisioningTarget) => Promise<Step>;
}

/** Whether a step changes a target. */
export function isWriting(step: Step): step is WritingStep {
  return ['create', 'update', 'revert', 'prune'].includes(step.action);
}

/** Kind of the object that a step changes. */
export function kindOf(step: WritingStep): ManagedObjectKind {
  return step.action === 'prune' ? step.actual.kind : step.object.kind;
}

/** Id of the target that a step changes. */
export function targetOf(step: WritingStep): string {
  return step.action === 'prune' ? step.target : step.object.target;
}
