import {
  DashboardVariable,
  resolveVariable,
  variableDependencies,
  VariableOption,
  variableReferences,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';

/** What is known of the choices of variables, by name. */
export type KnownChoices = Record<
  string,
  {
    /** What they were read for. */
    key: string;
    options: VariableOption[];
    /** What is chosen as long as nobody chooses. */
    value?: string | string[];
    error?: string;
    /** Whether they could not be read, and are tried again. */
    failed?: boolean;
    /** Whether they were read for something else before. */
    wasReadBefore?: boolean;
  }
>;

/** What is known of a variable's choices; it may be called as what every object inherits. */
export function choicesOf(
  known: KnownChoices,
  name: string,
): KnownChoices[string] | undefined {
  return Object.hasOwn(known, name) ? known[name] : undefined;
}

/** Whether the choices of a variable have to be read. */
export function isRead(
  { name, type, query }: DashboardVariable,
  preset: VariableValues,
): boolean {
  return (
    !Object.hasOwn(preset, name) &&
    (type === 'query' ||
      (type === 'custom' && variableReferences(query).length > 0))
  );
}

/**
 * The values of variables: those that are given, else what was found of the choices that were
 * read, else what was saved with the dashboard.
 */
export function settleVariables(
  definitions: DashboardVariable[],
  given: VariableValues,
  known: KnownChoices,
): VariableValues {
  const values: VariableValues = {};
  for (const definition of definitions) {
    const { name } = definition;
    const choices = choicesOf(known, name);
    const mine = Object.hasOwn(given, name) ? given[name] : undefined;
    const options = choices?.options.length ? choices.options : undefined;
    const value =
      mine === undefined && choices?.value !== undefined
        ? choices.value
        : resolveVariable(definition, mine, options);
    if (value !== undefined) {
      values[name] = value;
    }
  }
  return values;
}

/** What the choices of a variable depend on: read for another, they are not the same. */
export function choiceKey(
  definition: DashboardVariable,
  now: {
    definitions: DashboardVariable[];
    values: VariableValues;
    /** As chosen: `now-6h`, `now`. */
    time: [from: string, to: string];
    environment?: string;
    /** Changes when what failed is to be tried again. */
    retry?: number;
  },
): string {
  const all = new Map(now.definitions.map(one => [one.name, one]));
  const names = new Set(all.keys());
  const needed = new Set<string>();
  const open = [definition];
  for (let one = open.pop(); one; one = open.pop()) {
    for (const name of variableDependencies(one, names)) {
      if (!needed.has(name) && name !== definition.name) {
        needed.add(name);
        open.push(all.get(name)!);
      }
    }
  }
  return JSON.stringify([
    [...needed].sort().map(name => [name, now.values[name] ?? null]),
    definition.refresh === 'time' ? now.time : [],
    now.environment ?? null,
    now.retry ?? null,
  ]);
}
