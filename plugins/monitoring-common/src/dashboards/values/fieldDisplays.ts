import { DataField, DataFrame } from '../frames/DataFrame';
import { shownName } from '../frames/fieldDisplayName';
import { fieldMatches } from '../frames/fieldMatches';
import { asObject, asText } from '../model/json';
import { ReduceOptions } from '../model/readPanelOptions';
import { FieldConfig, PanelModel, VariableValues } from '../types';
import { displayField, DisplayLook, DisplayValue } from './displayField';
import { resolveColor } from './palette';
import { reduceField } from './reduceField';
import { fillTitle, rowTitle } from './rowTitle';
import { Sparkline, sparklineOf } from './sparklineOf';

/** One figure of a panel. @public */
export interface FieldDisplay {
  /** Unique within the panel, and the same after a refresh. */
  key: string;
  /** The calculation that made it; absent for the value of a row. */
  calculation?: string;
  /** What people read beside it; absent when the panel has no data. */
  title?: string;
  /** As calculated. */
  value: number | undefined;
  display: DisplayValue;
  /** Of its field, with the bounds of the scale. */
  config: FieldConfig;
  /** From the first value to the last, in percent; only when asked for. */
  percentChange?: number;
  /** The field's course; only when asked for, and not for rows. */
  sparkline?: Sparkline;
  /** Where it is from; absent when the panel has no data. */
  source?: { frame: DataFrame; field: DataField; row?: number };
}

/** @public */
export interface FieldDisplaysContext extends DisplayLook {
  /** Of the panel: names what is not there, and colours rows. */
  fieldConfig: PanelModel['fieldConfig'];
  variables?: VariableValues;
  withSparkline?: boolean;
  withPercentChange?: boolean;
}

/** Rows that are shown when the panel does not say how many. */
const USUAL_LIMIT = 25;

/**
 * The figures of a stat, gauge, bar gauge or pie chart, by the rules of Grafana's
 * `getFieldDisplayValues`: one for each field and calculation, or one for each row. Without any,
 * there is one that says so.
 *
 * @param frames - transformed, configured and named, see {@link preparePanelData}
 * @public
 */
export function fieldDisplays(
  frames: DataFrame[],
  options: ReduceOptions,
  context: FieldDisplaysContext,
): FieldDisplay[] {
  const displays: FieldDisplay[] = [];
  const limit = options.limit || USUAL_LIMIT;
  const keys = new Map<string, number>();
  const add = (name: string, display: Omit<FieldDisplay, 'key'>) => {
    const use = keys.get(name) ?? 0;
    keys.set(name, use + 1);
    displays.push({ key: use ? `${name}/${use}` : name, ...display });
  };
  for (const frame of frames) {
    for (const field of frame.fields) {
      if (!isWanted(field, frame, frames, options.fields)) {
        continue;
      }
      const named = `${frame.refId ?? ''}/${shownName(field, frame, frames)}`;
      if (!options.allValues) {
        const calculations = options.calculations.length
          ? options.calculations
          : ['last'];
        for (const calculation of calculations) {
          add(
            `${named}/${calculation}`,
            calculated({ field, frame, frames, calculation }, context),
          );
        }
        continue;
      }
      for (let row = 0; row < field.values.length; row++) {
        add(
          `${named}/${row}`,
          ofRow({ field, frame, row, place: displays.length }, context),
        );
        if (displays.length >= limit) {
          return displays;
        }
      }
    }
  }
  return displays.length ? displays : [noData(context)];
}

function isWanted(
  field: DataField,
  frame: DataFrame,
  frames: DataFrame[],
  fields: string,
): boolean {
  return fields
    ? fieldMatches({ id: 'byRegexp', options: fields }, field, frame, frames)
    : field.type === 'number';
}

function calculated(
  {
    field,
    frame,
    frames,
    calculation,
  }: {
    field: DataField;
    frame: DataFrame;
    frames: DataFrame[];
    calculation: string;
  },
  context: FieldDisplaysContext,
): Omit<FieldDisplay, 'key'> {
  const value = reduceField(field, calculation);
  const change = context.withPercentChange
    ? reduceField(field, 'diffperc')
    : undefined;
  const { displayName } = field.config;
  return {
    calculation,
    title: displayName
      ? fillTitle(displayName, { __calc: calculation }, context.variables)
      : shownName(field, frame, frames),
    value: typeof value === 'number' ? value : undefined,
    display: displayField(field, context)(value),
    config: withRange(field),
    percentChange: typeof change === 'number' ? change : undefined,
    sparkline: context.withSparkline
      ? sparklineOf(field, frame, calculation)
      : undefined,
    source: {
      frame,
      field,
      row: field.values.length === 1 ? 0 : undefined,
    },
  };
}

function ofRow(
  {
    field,
    frame,
    row,
    place,
  }: { field: DataField; frame: DataFrame; row: number; place: number },
  context: FieldDisplaysContext,
): Omit<FieldDisplay, 'key'> {
  const title = rowTitle(field, frame, row, context);
  // Of a palette, each row has the next colour.
  const placed = {
    ...field,
    state: {
      displayName: shownName(field, frame),
      ...field.state,
      seriesIndex: place,
    },
  };
  const value = field.values[row];
  const display = displayField(placed, context)(value);
  const color = overrideColor(title, context);
  return {
    title,
    value: typeof value === 'number' ? value : undefined,
    display: color ? { ...display, color } : display,
    config: withRange(field),
    source: { frame, field, row },
  };
}

function withRange({ config, state }: DataField): FieldConfig {
  return state?.range ? { ...config, ...state.range } : config;
}

/** An override that is about the name of a row colours it. */
function overrideColor(
  title: string,
  { fieldConfig, theme }: FieldDisplaysContext,
): string | undefined {
  const property = fieldConfig.overrides
    .filter(({ matcher }) => matcher.id === 'byName')
    .filter(({ matcher }) => matcher.options === title)
    .flatMap(({ properties }) => properties)
    .find(({ id, value }) => id === 'color' && value);
  return (
    property &&
    resolveColor(asText(asObject(property.value).fixedColor) ?? '', theme)
  );
}

function noData(context: FieldDisplaysContext): FieldDisplay {
  const { defaults } = context.fieldConfig;
  const { color, text } = displayField(
    { type: 'other', config: defaults },
    context,
  )(null);
  const shown = text || 'No data';
  return {
    key: 'none',
    value: undefined,
    display: { text: shown, full: shown, numeric: 0, color },
    config: { ...defaults, min: defaults.min ?? 0, max: defaults.max ?? 0 },
  };
}
