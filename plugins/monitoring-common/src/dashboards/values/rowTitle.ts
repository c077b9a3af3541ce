import { DataField, DataFrame } from '../frames/DataFrame';
import { fieldDisplayName } from '../frames/fieldDisplayName';
import { VariableValues } from '../types';
import { BuiltIn } from '../variables/builtInVariables';
import { interpolateVariables } from '../variables/interpolateVariables';
import { displayField, DisplayLook } from './displayField';

interface TitleContext extends DisplayLook {
  variables?: VariableValues;
}

/** The texts of the row, and the field's name where there are several numbers or no text. */
export function rowTitle(
  field: DataField,
  frame: DataFrame,
  row: number,
  context: TitleContext,
): string {
  const { displayName } = field.config;
  if (displayName) {
    return fillTitle(
      displayName.replace(
        /\$\{__cell_(\d+)\}|\[\[__cell_(\d+)\]\]|\$__cell_(\d+)/g,
        (_, ...places: (string | undefined)[]) =>
          cellText(frame.fields[Number(places.find(Boolean))], row, context),
      ),
      { __data: { fields: cellsOf(frame, row, context) } },
      context.variables,
    );
  }
  const others = frame.fields.filter(other => other !== field);
  const parts = others
    .filter(({ type }) => type === 'string')
    .map(other => displayField(other, context)(other.values[row] ?? '').text)
    .filter(text => text !== '');
  if (parts.length === 0 || others.some(({ type }) => type === 'number')) {
    // Of the frame alone, whatever the others are called.
    parts.push(fieldDisplayName(field, frame));
  }
  return parts.join(' ');
}

function cellText(
  field: DataField | undefined,
  row: number,
  look: DisplayLook,
): string {
  return field ? displayField(field, look)(field.values[row]).text : '';
}

function cellsOf(
  frame: DataFrame,
  row: number,
  look: DisplayLook,
): Record<string, string> {
  const texts = frame.fields.map(field => cellText(field, row, look));
  return Object.fromEntries([
    ...texts.map((text, place) => [String(place), text] as const),
    ...frame.fields.map(({ name }, place) => [name, texts[place]] as const),
  ]);
}

/** A name that the panel gives, with what it refers to. */
export function fillTitle(
  text: string,
  builtIns: Record<string, BuiltIn>,
  variables: VariableValues = {},
): string {
  return interpolateVariables(text, {
    variables,
    builtIns,
    defaultFormat: 'text',
  });
}
