import { useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  DashboardVariable,
  VariableChoices,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef, MonitoringTimeRange } from '../../../api';
import { EnvironmentContext } from '../../EnvironmentSelect';
import { ALL_VALUES } from './variableValues';

/** A variable of a dashboard, with what is known of its choices. */
export interface ChoosableVariable extends DashboardVariable {
  /** Whether its choices are being read for the first time. */
  isLoading?: boolean;
  /** For people: why it cannot be chosen, or not fully. */
  error?: string;
}

/** What {@link useVariableChoices} needs. */
export interface VariableChoicesInput {
  definitions: DashboardVariable[];
  /** Set by the entity; nobody chooses those. */
  preset: VariableValues;
  values: VariableValues;
  timeRange: { from: string; to: string; range: MonitoringTimeRange };
}

/**
 * The variables of a dashboard with their choices. Those of query variables are read again when
 * another value or another time is chosen, all at once: one may depend on another. Dashboards
 * that have none ask for nothing.
 */
export function useVariableChoices(
  entityRef: string,
  uid: string,
  input: VariableChoicesInput,
): ChoosableVariable[] {
  const { definitions, preset, values, timeRange } = input;
  const api = useApi(monitoringApiRef);
  const environment = useContext(EnvironmentContext);
  const [items, setItems] = useState<VariableChoices[]>();
  const [failure, setFailure] = useState<string>();
  const latest = useRef(input);
  latest.current = input;

  const isNeeded = definitions.some(one => isAsked(one, preset));
  const valuesKey = JSON.stringify(values);
  const isFaulty =
    failure !== undefined || items?.some(({ error }) => error !== undefined);
  // What failed is tried again with each refresh of the dashboard.
  const refresh = isFaulty ? timeRange.range.to : undefined;

  useEffect(() => {
    let isCurrent = true;
    if (isNeeded) {
      api
        .getVariableChoices(
          entityRef,
          uid,
          {
            variables: latest.current.values,
            range: latest.current.timeRange.range,
          },
          { environment },
        )
        .then(
          answer => {
            if (isCurrent) {
              setItems(answer.items);
              setFailure(undefined);
            }
          },
          error => isCurrent && setFailure(String(error?.message ?? error)),
        );
    }
    return () => {
      isCurrent = false;
    };
  }, [
    api,
    entityRef,
    uid,
    environment,
    isNeeded,
    valuesKey,
    timeRange.from,
    timeRange.to,
    refresh,
  ]);

  return useMemo(
    () =>
      definitions.map(definition => {
        if (!isAsked(definition, preset)) {
          return definition;
        }
        const found = items?.find(({ name }) => name === definition.name);
        const all = definition.includeAll
          ? [{ text: ALL_VALUES, value: ALL_VALUES }]
          : [];
        return {
          ...definition,
          isLoading: !items && !failure,
          // Choices that were read before stay, and people know that they may be old.
          error: failure ?? found?.error,
          options: found?.options.length
            ? [...all, ...found.options]
            : definition.options,
        };
      }),
    [definitions, preset, items, failure],
  );
}

function isAsked(
  { name, type, hide }: DashboardVariable,
  preset: VariableValues,
): boolean {
  return type === 'query' && hide !== 'variable' && !(name in preset);
}
