import {
  FieldDifference,
  ProvisioningRun,
  PruneBrake,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import {
  StoredBrakeAnswer,
  StoredDecision,
  StoredObject,
} from '../store/ProvisioningStore';

/** One thing that a run does, or decides not to do. */
export type Step =
  | { action: 'create'; object: DesiredObject; actual?: undefined }
  | { action: 'nothing'; object: DesiredObject; actual: ActualObject }
  | {
      /** `adopt`: what stands there is not ours, and a person said that it becomes ours. */
      action: 'update' | 'move' | 'revert' | 'adopt';
      object: DesiredObject;
      actual: ActualObject;
      reason: string;
      differences: FieldDifference[];
    }
  | {
      action: 'keep-drifted';
      object: DesiredObject;
      actual: ActualObject;
      reason: string;
      differences: FieldDifference[];
      /** A person has seen the edit, and said that it stays. */
      decision?: StoredDecision;
    }
  | {
      action: 'conflict';
      object: DesiredObject;
      actual: ActualObject;
      reason: string;
      differences: FieldDifference[];
    }
  | {
      /** Not all is known that decides about it, or it waits for what it is a part of. */
      action: 'keep-incomplete';
      object: DesiredObject;
      actual?: ActualObject;
      reason: string;
      /** Since when. */
      since?: Date;
    }
  | { action: 'disabled'; object: DesiredObject }
  | {
      /** A person paused the entity or everything. */
      action: 'paused';
      object: DesiredObject;
      actual?: ActualObject;
      reason: string;
    }
  | {
      /** Its last write failed, and the next try is not due. */
      action: 'wait-to-retry';
      object: DesiredObject;
      actual?: ActualObject;
      reason: string;
    }
  | {
      action: 'prune';
      target: string;
      actual: ActualObject;
      stored?: StoredObject;
      reason: string;
      /** Key of the object that has to stand before. */
      after?: string;
    }
  | {
      action: 'wait-to-prune';
      target: string;
      actual: ActualObject;
      stored?: StoredObject;
      since: Date;
      reason: string;
      /** It was due, but too much would go at once: a person has to look. */
      braked?: true;
    }
  | { action: 'forget'; stored: StoredObject };

/** What planning has to know beside the objects. */
export interface PlanOptions {
  onDrift: 'keep' | 'revert';
  prune: {
    enabled: boolean;
    /** In milliseconds. */ grace: number;
    maxShare: number;
  };
  /** `false` when the catalog could not be read whole. */
  complete: boolean;
  now: Date;
  /** By key of the object; absent: nobody decided anything. */
  decisions?: ReadonlyMap<string, StoredDecision>;
  /** Why nothing of an entity, or under `all` nothing at all, is written. */
  paused?: ReadonlyMap<string, string>;
  /** The last answer to a brake. */
  brakeAnswer?: StoredBrakeAnswer;
  /** Ids of targets that could not be looked at; absent: any that is not listed. */
  unlisted?: ReadonlySet<string>;
  /** The brake of the run before: it holds until all targets can be looked at again. */
  brakeBefore?: PruneBrake;
  /** Failed objects are tried although their next try is not due: a person asked for it. */
  ignoreRetry?: boolean;
  /** Entities that the catalog could not give: what they have is kept. */
  keptEntities?: ReadonlySet<string>;
  /** Of a run of one entity: nothing of others is deleted or forgotten. */
  entityRef?: string;
  /** `remove`: everything of ours goes, whatever is wanted. */
  mode?: ProvisioningRun['mode'];
}

/** What a run will do, and what it leaves for a person to say. */
export interface Plan {
  /** In the order in which they are done: deletions last, folders after what lies in them. */
  steps: Step[];
  /** Present when deletions wait for a person. */
  brake?: PruneBrake;
}

/** What one target holds. */
export interface ActualState {
  target: string;
  objects: ActualObject[];
}
