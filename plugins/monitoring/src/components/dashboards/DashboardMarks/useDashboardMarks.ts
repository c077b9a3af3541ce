import { useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  DashboardAnnotation,
  DashboardMark,
  DashboardMarksResponse,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef, MonitoringTimeRange } from '../../../api';
import { errorText } from '../../../api/errorText';
import { EnvironmentContext } from '../../EnvironmentSelect';
import { useSame } from '../useSame';
import { MarkGroup, markGroups } from './markGroups';

/** What {@link useDashboardMarks} needs. */
export interface DashboardMarksInput {
  annotations: DashboardAnnotation[];
  variables: VariableValues;
  /** Another object reads the marks again. */
  range: MonitoringTimeRange;
}

/** The marks of a dashboard, and which are shown. */
export interface DashboardMarks {
  groups: (MarkGroup & { isShown: boolean })[];
  /** Those of the groups that are shown, by time. */
  shown: DashboardMark[];
  /** For people: what could not be read. */
  problems: string[];
  /** For people: why none could be read. */
  failure?: string;
  toggle: (name: string) => void;
}

const NOTHING: DashboardMarksResponse = { items: [], problems: [] };

/** Reads the marks of a dashboard's time; old ones stay until the new are there. */
export function useDashboardMarks(
  entityRef: string,
  uid: string,
  input: DashboardMarksInput,
): DashboardMarks {
  const { annotations, range } = input;
  const api = useApi(monitoringApiRef);
  const environment = useContext(EnvironmentContext);
  const [answer, setAnswer] = useState(NOTHING);
  const [failure, setFailure] = useState<string>();
  const [switched, setSwitched] = useState<Record<string, boolean>>({});
  // What was switched off again may as well be read: it is only not shown.
  const isAnySwitchedOn = Object.values(switched).includes(true);
  const names = useSame(
    isAnySwitchedOn
      ? annotations
          .filter(({ name, enabled }) => enabled || name in switched)
          .map(({ name }) => name)
      : undefined,
  );
  const variablesKey = JSON.stringify(input.variables);
  const latest = useRef(input);
  latest.current = input;

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const { variables } = latest.current;
    api
      .getDashboardMarks(
        entityRef,
        uid,
        { variables, range, names },
        { environment, signal },
      )
      .then(
        value => {
          if (!signal.aborted) {
            setAnswer(old => (isSame(old, value) ? old : value));
            setFailure(undefined);
          }
        },
        error => {
          if (!signal.aborted) {
            setFailure(errorText(error));
          }
        },
      );
    return () => controller.abort();
  }, [api, entityRef, uid, environment, variablesKey, range, names]);

  return useMemo(() => {
    const groups = markGroups(annotations, answer.items).map(group => ({
      ...group,
      isShown: (Object.hasOwn(switched, group.name)
        ? switched[group.name]
        : group.isOn) as boolean,
    }));
    const shownNames = new Set(
      groups.filter(({ isShown }) => isShown).map(({ name }) => name),
    );
    return {
      groups,
      shown: answer.items
        .filter(({ name }) => shownNames.has(name))
        .sort((a, b) => a.from - b.from),
      problems: answer.problems,
      failure,
      toggle: name =>
        setSwitched(old => ({ ...old, [name]: !shownNames.has(name) })),
    };
  }, [annotations, answer, failure, switched]);
}

/** Charts are drawn again for other marks only. */
function isSame(
  one: DashboardMarksResponse,
  other: DashboardMarksResponse,
): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
