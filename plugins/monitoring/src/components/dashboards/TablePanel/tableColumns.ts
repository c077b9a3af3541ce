import {
  DataField,
  DataFrame,
  DisplayLook,
  DisplayValue,
  displayField,
  fieldDisplayName,
  FieldValue,
  readTableColumnStyle,
  TableColumnStyle,
} from '@sightline/backstage-plugin-monitoring-common';

/** A column of a table. */
export interface TableColumn {
  /** Unique within the table. */
  key: string;
  heading: string;
  field: DataField;
  style: TableColumnStyle;
  /** How a value is written and coloured. */
  display: (value: FieldValue | undefined) => DisplayValue;
}

/** The columns of a frame that are to be seen. */
export function tableColumns(
  frame: DataFrame,
  options: Parameters<typeof readTableColumnStyle>[1],
  look: DisplayLook,
): TableColumn[] {
  return frame.fields.flatMap((field, index) => {
    const heading = field.state?.displayName ?? fieldDisplayName(field, frame);
    const style = readTableColumnStyle(field, options);
    return field.type === 'nestedFrames' || style.isHidden
      ? []
      : [
          {
            key: `${index}/${heading}`,
            heading,
            field,
            style,
            display: remembering(displayField(field, look)),
          },
        ];
  });
}

/** Values that are kept; those of a page are written several times. */
const MOST_REMEMBERED = 2_500;

function remembering(display: TableColumn['display']): TableColumn['display'] {
  const known = new Map<FieldValue | undefined, DisplayValue>();
  return value => {
    let found = known.get(value);
    if (!found) {
      found = display(value);
      if (known.size >= MOST_REMEMBERED) {
        known.clear();
      }
      known.set(value, found);
    }
    return found;
  };
}
