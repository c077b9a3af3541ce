import { LoggerService } from '@backstage/backend-plugin-api';
import {
  AdhocFilter,
  builtInVariables,
  customOptions,
  DashboardVariable,
  interpolateVariables,
  isAllValues,
  LabelMatcher,
  resolveVariable,
  variableDependencies,
  VariableOption,
  variableOrder,
  variableReferences,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { chooseVariables } from './chooseVariables';
import { fillExpression } from './fillExpression';
import { fitsQuery } from './fitsQuery';
import { PrometheusInstance } from '../PrometheusInstance';
import { TimeRange } from '../range';
import { readChoices } from './readChoices';
import { withDependencies } from './withDependencies';

/** What {@link VariableReader} needs. */
export interface ReadVariablesOptions {
  /** What the caller chooses. */
  requested: VariableValues;
  ofEntity: VariableValues;
  /** Names of variables whose choices are wanted. */
  wanted: readonly string[];
  /**
   * Names of further variables whose values are used; default: all. Choices of these, and of
   * those that they depend on, are read only where the value depends on them.
   */
  used?: readonly string[];
  range: TimeRange;
  /** The operator's matchers, carried by every request. */
  scope: LabelMatcher[];
  instance: PrometheusInstance;
  logger: LoggerService;
  signal?: AbortSignal;
}

/** What is known of a dashboard's variables after their choices were read. */
export interface ReadVariables {
  /** With the choices that were found, unless all of them are too long for a query. */
  definitions: DashboardVariable[];
  values: VariableValues;
  /** Names of those whose value does not stand in the dashboard: it may only become a text. */
  free: string[];
  filters: AdhocFilter[];
  /** For people, by name: why there are no choices, or not all. */
  problems: Map<string, string>;
  /** What can be chosen, by name, of those whose choices were read. */
  choices: Map<string, VariableOption[]>;
}

/** Reads the choices of variables in their order, and decides on their values. */
export class VariableReader {
  readonly #definitions: DashboardVariable[];
  readonly #options: ReadVariablesOptions;
  readonly #found = new Map<string, DashboardVariable>();
  /** Whatever a variable is called. */
  readonly #values: VariableValues = Object.create(null);
  readonly #free = new Set<string>();
  readonly #filters: AdhocFilter[] = [];
  readonly #problems = new Map<string, string>();
  readonly #choices = new Map<string, VariableOption[]>();

  /** Names of those whose values matter. */
  readonly #used: Set<string>;

  static create(
    definitions: DashboardVariable[],
    options: ReadVariablesOptions,
  ): VariableReader {
    return new VariableReader(definitions, options);
  }

  private constructor(
    definitions: DashboardVariable[],
    options: ReadVariablesOptions,
  ) {
    this.#definitions = definitions;
    this.#options = options;
    this.#used = withDependencies(definitions, [
      ...options.wanted,
      ...(options.used ?? definitions.map(({ name }) => name)),
    ]);
  }

  async readAll(): Promise<void> {
    const { order, cyclic } = variableOrder(this.#definitions);
    const names = new Set(order.map(({ name }) => name));
    const reading = new Map<string, Promise<void>>();
    for (const definition of order) {
      const { name } = definition;
      if (cyclic.has(name)) {
        reading.set(name, this.#tellCircle(definition, cyclic));
        continue;
      }
      const before = variableDependencies(definition, names).map(one =>
        reading.get(one),
      );
      reading.set(
        name,
        Promise.all(before).then(() => this.#read(definition)),
      );
    }
    await Promise.all(reading.values());
  }

  result(): ReadVariables {
    return {
      definitions: this.#definitions.map(
        one => this.#found.get(one.name) ?? one,
      ),
      values: this.#values,
      free: [...this.#free],
      filters: this.#filters,
      problems: this.#problems,
      choices: this.#choices,
    };
  }

  /** A promise, so that what it throws leaves none of the others unwatched. */
  async #tellCircle(
    definition: DashboardVariable,
    cyclic: ReadonlySet<string>,
  ): Promise<void> {
    const { name } = definition;
    this.#problems.set(
      name,
      `Its choices depend on themselves, by way of ${[...cyclic]
        .filter(one => one !== name)
        .concat(name)
        .map(one => `$${one}`)
        .join(', ')}`,
    );
    this.#settle(definition, undefined);
  }

  async #read(definition: DashboardVariable): Promise<void> {
    const { type, query } = definition;
    if (type === 'query') {
      const options = this.#needsChoices(definition)
        ? await this.#readChoices(definition)
        : undefined;
      this.#settle(definition, options);
    } else if (type === 'custom' && variableReferences(query).length > 0) {
      const options = customOptions(this.#fillText(query, 'glob'));
      this.#settle({ ...definition, options }, options);
      this.#free.add(definition.name);
    } else {
      this.#settle(definition, undefined);
    }
  }

  /** Whether somebody wants its choices, or its value cannot be told without. */
  #needsChoices({ name, allValue }: DashboardVariable): boolean {
    const { wanted, ofEntity, requested } = this.#options;
    if (Object.hasOwn(ofEntity, name)) {
      return false;
    }
    const value = Object.hasOwn(requested, name) ? requested[name] : undefined;
    return (
      wanted.includes(name) ||
      (this.#used.has(name) &&
        (value === undefined || (isAllValues(value) && !allValue)))
    );
  }

  /** Decides on the value, once the choices are known as far as they can be. */
  #settle(
    definition: DashboardVariable,
    options: VariableOption[] | undefined,
  ): void {
    const { name } = definition;
    const { requested, ofEntity } = this.#options;
    const chosen = chooseVariables([definition], { requested, ofEntity });
    const value = resolveVariable(definition, chosen.values[name], options);
    if (value !== undefined) {
      this.#values[name] = value;
    }
    if (chosen.free.length > 0 || options) {
      this.#free.add(name);
    }
    this.#filters.push(...chosen.filters);
    if (options) {
      this.#choices.set(name, options);
    }
    this.#found.set(
      name,
      options
        ? { ...definition, options: fitsQuery(options) ? options : [] }
        : definition,
    );
  }

  /** What can be chosen; undefined when it could not be read. */
  async #readChoices(
    definition: DashboardVariable,
  ): Promise<VariableOption[] | undefined> {
    const { options, problem } = await readChoices(definition, {
      ...this.#options,
      fill: text => this.#fill(text),
      fillText: (text, format) => this.#fillText(text, format),
    });
    if (problem !== undefined) {
      this.#problems.set(definition.name, problem);
    }
    return options;
  }

  #fill(expression: string): string {
    return fillExpression(expression, {
      definitions: this.#known(),
      values: this.#values,
      free: [...this.#free],
      builtIns: this.#builtIns(),
    });
  }

  #fillText(text: string, defaultFormat: string): string {
    return interpolateVariables(text, {
      definitions: this.#known(),
      variables: this.#values,
      builtIns: this.#builtIns(),
      defaultFormat,
    });
  }

  #known(): DashboardVariable[] {
    return [...this.#found.values()];
  }

  #builtIns(): Record<string, string> {
    return {
      ...builtInVariables({
        ...this.#options.range,
        stepSeconds: 60,
        rateIntervalSeconds: 240,
      }),
      __searchFilter: '.*',
    };
  }
}
