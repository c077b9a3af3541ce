import { useMemo } from 'react';
import {
  ManagedObjectKind,
  ProvisioningStep,
  ProvisioningStepListQuery,
} from '@sightline/backstage-plugin-monitoring-common';
import { useUrlState } from '../../hooks/useUrlState';

/** What can come of a step, most urgent first. */
export const OUTCOMES = [
  'failed',
  'waiting',
  'kept',
  'done',
  'unchanged',
] as const satisfies NonNullable<ProvisioningStep['outcome']>[];

/** Kinds of what a step is about, as they are read. */
export const KINDS = [
  'dashboard',
  'alert-rule-group',
  'slo-rule-group',
  'contact-point',
  'mute-timing',
  'alertmanager-config',
  'folder',
] as const satisfies ManagedObjectKind[];

/** Names of the filters, in the address too. */
export type StepFilterName = 'outcome' | 'kind' | 'entity';

/** Which steps are shown; it lives in the address, so that it can be linked to. */
export interface StepFilterState {
  /** The same as long as the filters are. */
  query: Pick<ProvisioningStepListQuery, 'outcome' | 'kind' | 'entityRef'>;
  id: string;
  isFiltered: boolean;
  valueOf(name: StepFilterName): string;
  set(name: StepFilterName, value: string): void;
  clear(): void;
}

/** Reads the filters of a run's steps. */
export function useStepFilters(): StepFilterState {
  const { params, change } = useUrlState();
  const outcome = OUTCOMES.find(one => one === params.get('outcome'));
  const kind = KINDS.find(one => one === params.get('kind'));
  const entityRef = params.get('entity') || undefined;
  const query = useMemo(
    () => ({
      outcome: outcome && [outcome],
      kind: kind && [kind],
      entityRef,
    }),
    [outcome, kind, entityRef],
  );
  const values = { outcome, kind, entity: entityRef };

  return {
    query,
    id: [outcome, kind, entityRef].join('|'),
    isFiltered: Object.values(values).some(Boolean),
    valueOf: name => values[name] ?? '',
    set: (name, value) =>
      change({ [name]: value || undefined }, { replace: true }),
    clear: () =>
      change({ outcome: undefined, kind: undefined, entity: undefined }),
  };
}
