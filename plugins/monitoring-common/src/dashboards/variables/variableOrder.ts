import { DashboardVariable } from '../types';
import { variableReferences } from './interpolateVariables';

/** The order in which variables can be read. @public */
export interface VariableOrder {
  /** Each after those that it depends on; those in a cycle last, as the dashboard has them. */
  order: DashboardVariable[];
  /** Names of variables whose values depend on themselves, in the end. */
  cyclic: Set<string>;
}

/** Names of the other variables that the choices of one depend on. @public */
export function variableDependencies(
  definition: DashboardVariable,
  names: ReadonlySet<string>,
): string[] {
  const { query, regex, allValue, datasource } = definition;
  const texts = [query, regex, allValue, datasource?.uid];
  return [
    ...new Set(texts.flatMap(text => variableReferences(text ?? ''))),
  ].filter(name => names.has(name));
}

/**
 * Orders a dashboard's variables by what they depend on, and finds those that depend on
 * themselves.
 *
 * @public
 */
export function variableOrder(definitions: DashboardVariable[]): VariableOrder {
  const names = new Set(definitions.map(({ name }) => name));
  const needs = new Map(
    definitions.map(one => [one.name, variableDependencies(one, names)]),
  );
  const done = new Set<string>();
  const order: DashboardVariable[] = [];
  let rest = definitions;
  for (;;) {
    const ready = rest.filter(({ name }) =>
      (needs.get(name) ?? []).every(one => done.has(one)),
    );
    if (ready.length === 0) {
      break;
    }
    ready.forEach(({ name }) => done.add(name));
    order.push(...ready);
    rest = rest.filter(({ name }) => !done.has(name));
  }
  const cyclic = new Set(
    rest.map(({ name }) => name).filter(name => reaches(name, name, needs)),
  );
  // What depends on a cycle can be read with the value that the cycle's variable has.
  const after = rest.filter(({ name }) => !cyclic.has(name));
  const inside = rest.filter(({ name }) => cyclic.has(name));
  return {
    order: [...order, ...inside, ...orderWithin(after, needs)],
    cyclic,
  };
}

function orderWithin(
  definitions: DashboardVariable[],
  needs: Map<string, string[]>,
): DashboardVariable[] {
  const ordered: DashboardVariable[] = [];
  let rest = definitions;
  while (rest.length > 0) {
    const waiting = new Set(rest.map(({ name }) => name));
    const ready = rest.filter(
      ({ name }) => !(needs.get(name) ?? []).some(one => waiting.has(one)),
    );
    ordered.push(...ready);
    rest = rest.filter(one => !ready.includes(one));
  }
  return ordered;
}

function reaches(
  from: string,
  to: string,
  needs: Map<string, string[]>,
): boolean {
  const seen = new Set<string>();
  const open = [...(needs.get(from) ?? [])];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name === to) {
      return true;
    }
    if (!seen.has(name)) {
      seen.add(name);
      open.push(...(needs.get(name) ?? []));
    }
  }
  return false;
}
