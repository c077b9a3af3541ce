import { FieldDifference } from '@sightline/backstage-plugin-monitoring-common';
import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { StoredObject } from '../store/ProvisioningStore';

/** One thing that a run does, or decides not to do. */
export type Step =
  | { action: 'create'; object: DesiredObject; actual?: undefined }
  | { action: 'nothing'; object: DesiredObject; actual: ActualObject }
  | {
      action: 'update' | 'revert';
      object: DesiredObject;
      actual: ActualObject;
      reason: string;
    }
  | {
      action: 'keep-drifted';
      object: DesiredObject;
      actual: ActualObject;
      reason: string;
      differences: FieldDifference[];
    }
  | {
      action: 'conflict';
      object: DesiredObject;
      actual: ActualObject;
      reason: string;
      differences: FieldDifference[];
    }
  | {
      action: 'keep-incomplete';
      object: DesiredObject;
      actual: ActualObject;
      reason: string;
    }
  | { action: 'disabled'; object: DesiredObject }
  | {
      action: 'prune';
      target: string;
      actual: ActualObject;
      stored?: StoredObject;
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
}

/** What one target holds. */
export interface ActualState {
  target: string;
  objects: ActualObject[];
}
