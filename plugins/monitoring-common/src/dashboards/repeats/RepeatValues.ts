import {
  DashboardVariable,
  ScopedVariables,
  VariableOption,
  VariableValues,
} from '../types';
import { ALL_VALUES, isAllValues } from '../variables/allValues';

/** Types whose variables have many values; Grafana repeats by no other. */
const REPEATING = new Set(['query', 'custom', 'datasource', 'groupby']);

/** What is chosen, for repeats and for conditions. */
export class RepeatValues {
  readonly #definitions: Map<string, DashboardVariable>;
  readonly #repeated = new Map<string, VariableOption[]>();

  constructor(
    private readonly variables: VariableValues,
    definitions: DashboardVariable[],
  ) {
    this.#definitions = new Map(definitions.map(one => [one.name, one]));
  }

  /** For which values copies are made: none of a variable that cannot have many. */
  repeated(name: string): VariableOption[] {
    const found = this.#repeated.get(name) ?? this.#findRepeated(name);
    this.#repeated.set(name, found);
    return found;
  }

  /**
   * The chosen values, "all" being each of them; undefined when there is no such variable.
   *
   * @param scoped - what repeats set goes before
   */
  chosen(
    name: string,
    scoped?: ScopedVariables,
  ): { values: string[]; isAll: boolean } | undefined {
    if (scoped && Object.hasOwn(scoped, name)) {
      return { values: [scoped[name].value], isAll: false };
    }
    const definition = this.#definitions.get(name);
    const value = Object.hasOwn(this.variables, name)
      ? this.variables[name]
      : definition?.current;
    if (value === undefined) {
      return undefined;
    }
    const isAll = isAllValues(value);
    return {
      isAll,
      values:
        isAll && definition
          ? optionsOf(definition).map(option => option.value)
          : [value].flat(),
    };
  }

  #findRepeated(name: string): VariableOption[] {
    const definition = this.#definitions.get(name);
    if (!definition || !REPEATING.has(definition.type)) {
      return [];
    }
    const options = new Map(
      optionsOf(definition).map(option => [option.value, option]),
    );
    const values = new Set(this.chosen(name)?.values);
    return [...values]
      .filter(value => value !== '')
      .map(value => options.get(value) ?? { text: value, value });
  }
}

function optionsOf({ options }: DashboardVariable): VariableOption[] {
  return options.filter(({ value }) => value !== ALL_VALUES);
}
