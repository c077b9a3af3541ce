import { AuditorService } from '@backstage/backend-plugin-api';
import {
  ManagedObjectKind,
  ProvisioningPhaseName,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  DesiredObject,
  ProvisioningTarget,
} from '@sightline/backstage-plugin-monitoring-node';
import { isSharedPart } from '../desired';
import { FiringAlerts } from '../FiringAlerts';
import { Step } from '../plan';
import { TargetFailure } from '../TargetFailure';

/** What came of a step. */
export interface Outcome {
  step: Step;
  /** Absent when it did what it says. */
  error?: string;
  /** The object itself was not to blame: it was not tried, or the target was silent. */
  untried?: true;
  url?: string;
  /** What people should know of it although it was done. */
  note?: string;
  /** Whether something was written or deleted. */
  written: boolean;
  /** It was written, and the run was stopped before that took effect. */
  uncommitted?: true;
  /** In milliseconds; present when it was tried. */
  duration?: number;
}

const WRITING = [
  'create',
  'update',
  'move',
  'revert',
  'adopt',
  'prune',
] as const;

/** A step that changes a target. */
export type WritingStep = Extract<Step, { action: (typeof WRITING)[number] }>;

/** What applying needs beside the steps. */
export interface ApplyOptions {
  signal?: AbortSignal;
  auditor?: AuditorService;
  /** Named in what is audited. */
  runId?: string;
  now: () => Date;
  /** Absent: nobody watches alerts. */
  firing?: FiringAlerts;
  /** Called after each step that writes. */
  onOutcome?: (outcome: Outcome) => void;
  /** Called for a failure that is of no single object. */
  onFailure?: (failure: TargetFailure) => void;
  /** Looks again at one object that changed while the run was under way, and plans it anew. */
  replan?: (object: DesiredObject, target: ProvisioningTarget) => Promise<Step>;
}

/** Whether a step changes a target. */
export function isWriting(step: Step): step is WritingStep {
  return (WRITING as readonly string[]).includes(step.action);
}

/** Whether a step changes a part of shared rules, which is done by writing those. */
export function isPartStep(step: WritingStep): boolean {
  return isSharedPart(
    step.action === 'prune' ? step.actual.uid : step.object.uid,
  );
}

/** Kind of the object that a step changes. */
export function kindOf(step: WritingStep): ManagedObjectKind {
  return step.action === 'prune' ? step.actual.kind : step.object.kind;
}

/** Id of the target that a step changes. */
export function targetOf(step: WritingStep): string {
  return step.action === 'prune' ? step.target : step.object.target;
}

const PHASES: Record<ManagedObjectKind, ProvisioningPhaseName> = {
  folder: 'folders',
  'contact-point': 'channels',
  'mute-timing': 'channels',
  'alertmanager-config': 'channels',
  dashboard: 'dashboards',
  'alert-rule-group': 'rules',
  'slo-rule-group': 'rules',
};

/** The part of a run in which a step is done. */
export function phaseOf(step: WritingStep): ProvisioningPhaseName {
  return step.action === 'prune' ? 'delete' : PHASES[kindOf(step)];
}
