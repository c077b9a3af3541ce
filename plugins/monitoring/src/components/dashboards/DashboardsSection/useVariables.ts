import {
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  DashboardVariable,
  isAllValues,
  VariableOption,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef, MonitoringTimeRange } from '../../../api';
import { errorText } from '../../../api/errorText';
import { useUrlState } from '../../../hooks/useUrlState';
import { EnvironmentContext } from '../../EnvironmentSelect';
import {
  choiceKey,
  choicesOf,
  isRead,
  KnownChoices,
  settleVariables,
} from './settleVariables';
import {
  ALL_VALUES,
  givenValues,
  isUnlisted,
  listedOf,
  variableChange,
} from './variableValues';

/** A variable of a dashboard, with what is known of its choices. */
export interface ChoosableVariable extends DashboardVariable {
  /** Whether its choices are being read. */
  isLoading?: boolean;
  /** For people: why it cannot be chosen, or not fully. */
  error?: string;
}

/** What {@link useVariables} needs. */
export interface VariablesInput {
  definitions: DashboardVariable[];
  /** Set by the entity; nobody chooses those. */
  preset: VariableValues;
  timeRange: { from: string; to: string; range: MonitoringTimeRange };
}

/** The variables of a dashboard, as they are now. */
export interface Variables {
  definitions: ChoosableVariable[];
  values: VariableValues;
  /** Whether all values are known: before that, panels would be asked for the wrong ones. */
  isReady: boolean;
  choose(name: string, value: string | string[]): void;
  /** Labels that a filter of an ad hoc variable can have; with a key, values of that label. */
  readFilters(name: string, key?: string): Promise<VariableOption[]>;
}

/**
 * The variables of a dashboard with their values and choices. What is chosen lives in the page's
 * address. Choices are read once, and again when another choice or time changes them: of those
 * that depend on it alone, all at once. What failed is tried again with each refresh.
 */
export function useVariables(
  entityRef: string,
  uid: string,
  input: VariablesInput,
): Variables {
  const { definitions, preset, timeRange } = input;
  const api = useApi(monitoringApiRef);
  const environment = useContext(EnvironmentContext);
  const { params, change } = useUrlState();
  const [known, setKnown] = useState<KnownChoices>({});
  const [unsynced, setUnsynced] = useState<VariableValues>({});

  const given = useMemo(
    () => ({ ...givenValues(definitions, params), ...unsynced, ...preset }),
    [definitions, params, unsynced, preset],
  );
  const givenKey = JSON.stringify(given);
  const values = useMemo(
    () => settleVariables(definitions, given, known),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [definitions, givenKey, known],
  );

  const keyOf = (
    definition: DashboardVariable,
    now: VariableValues,
    hasFailed = choicesOf(known, definition.name)?.failed,
  ) =>
    choiceKey(definition, {
      definitions,
      values: now,
      time: [timeRange.from, timeRange.to],
      environment,
      retry: hasFailed ? timeRange.range.to : undefined,
    });
  const readable = definitions.filter(one => isRead(one, preset));
  const stale = readable.filter(
    one => choicesOf(known, one.name)?.key !== keyOf(one, values),
  );
  const staleKey = JSON.stringify(
    stale.map(one => [one.name, keyOf(one, values)]),
  );
  const latest = useRef({ given, values, known, keyOf, stale, timeRange });
  latest.current = { given, values, known, keyOf, stale, timeRange };

  useEffect(() => {
    let isCurrent = true;
    const before = latest.current;
    const names = before.stale.map(({ name }) => name);
    if (names.length === 0) {
      return undefined;
    }
    const sent = Object.fromEntries(
      Object.entries(before.values).filter(
        ([name]) =>
          // A choice that may not be one any more is left to the server; the address's first
          // one is kept, listed or not.
          !names.includes(name) ||
          (!choicesOf(before.known, name) && Object.hasOwn(before.given, name)),
      ),
    );
    const finish = (
      found: (name: string) => Partial<KnownChoices[string]>,
      answered: VariableValues,
    ) => {
      if (!isCurrent) {
        return;
      }
      const { keyOf: key, known: old } = latest.current;
      const next = before.stale.map(definition => {
        const { name } = definition;
        const mine = found(name);
        return [
          name,
          {
            options: old[name]?.options ?? [],
            value: old[name]?.value,
            ...mine,
            wasReadBefore: old[name] !== undefined && !old[name].failed,
            key: key(
              definition,
              { ...before.values, ...answered },
              Boolean(mine.failed),
            ),
          },
        ] as const;
      });
      setKnown(all => ({ ...all, ...Object.fromEntries(next) }));
    };
    api
      .getVariableChoices(
        entityRef,
        uid,
        { variables: sent, range: before.timeRange.range, names },
        { environment },
      )
      .then(
        ({ items }) => {
          const answered: VariableValues = {};
          for (const { name, value } of items) {
            if (value !== undefined) {
              answered[name] = value;
            }
          }
          finish(name => {
            const item = items.find(one => one.name === name);
            return {
              options: item?.options ?? [],
              value: item?.value,
              error: item?.error,
              failed: item?.error !== undefined && item.options.length === 0,
            };
          }, answered);
        },
        error => finish(() => ({ error: errorText(error), failed: true }), {}),
      );
    return () => {
      isCurrent = false;
    };
  }, [api, entityRef, uid, environment, staleKey]);

  // What another choice made impossible leaves the address, as in Grafana.
  const left = JSON.stringify(
    readable.flatMap(({ name, multi }) => {
      const value = given[name];
      const choices = choicesOf(known, name);
      return choices?.wasReadBefore && isUnlisted(value, choices.options)
        ? [[name, multi ? listedOf(value, choices.options) : []]]
        : [];
    }),
  );
  useEffect(() => {
    const changes: [string, string[]][] = JSON.parse(left);
    if (changes.length > 0) {
      change(
        Object.assign(
          {},
          ...changes.map(([name, listed]) =>
            variableChange(name, listed.length ? listed : undefined),
          ),
        ),
        { replace: true },
      );
    }
  }, [left, change]);

  const choosable = useMemo(
    () =>
      definitions.map(definition =>
        withChoices(definition, choicesOf(known, definition.name), preset),
      ),
    [definitions, known, preset],
  );
  const withoutSync = useMemo(
    () =>
      new Set(
        definitions
          .filter(({ skipUrlSync }) => skipUrlSync)
          .map(({ name }) => name),
      ),
    [definitions],
  );
  const choose = useCallback(
    (name: string, value: string | string[]) =>
      withoutSync.has(name)
        ? setUnsynced(all => ({ ...all, [name]: value }))
        : change(variableChange(name, value)),
    [change, withoutSync],
  );
  const readFilters = useCallback(
    async (name: string, key?: string) => {
      const { values: now, timeRange: time } = latest.current;
      const { items } = await api.getVariableChoices(
        entityRef,
        uid,
        { variables: now, range: time.range, adhoc: { name, key } },
        { environment },
      );
      const [item] = items;
      if (item?.error !== undefined && item.options.length === 0) {
        throw new Error(item.error);
      }
      return item?.options ?? [];
    },
    [api, entityRef, uid, environment],
  );

  return {
    definitions: choosable,
    values,
    isReady: readable.every(
      ({ name }) =>
        choicesOf(known, name) !== undefined ||
        (name in given && !isAllValues(given[name])),
    ),
    choose,
    readFilters,
  };
}

function withChoices(
  definition: DashboardVariable,
  choices: KnownChoices[string] | undefined,
  preset: VariableValues,
): ChoosableVariable {
  if (!isRead(definition, preset)) {
    return definition;
  }
  const all = definition.includeAll
    ? [{ text: ALL_VALUES, value: ALL_VALUES }]
    : [];
  return {
    ...definition,
    isLoading: choices === undefined,
    // Choices that were read before stay, and people know that they may be old.
    error: choices?.error,
    options: choices?.options.length
      ? [...all, ...choices.options]
      : definition.options,
  };
}
