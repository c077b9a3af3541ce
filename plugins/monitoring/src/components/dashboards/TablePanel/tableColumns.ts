import {
  applyTransformations,
  FieldConfig,
  fieldName,
  interpolateVariables,
  PanelModel,
  PanelQueryResult,
  readTableCellStyle,
  resolveFieldConfig,
  TableCellStyle,
  TableField,
  TableFrame,
  tableFrames,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';

/** A column of a table panel. */
export interface TableColumn {
  /** Unique within the table. */
  key: string;
  heading: string;
  type: TableField['type'];
  config: FieldConfig;
  style: TableCellStyle;
  /** Smallest and largest number; what bars and thresholds in percent are measured by. */
  bounds: { min: number; max: number };
}

/** A table that is ready to be shown. */
export interface Table {
  /** Its fields have the headings for names, one for each of the columns. */
  frame: TableFrame;
  columns: TableColumn[];
}

/** The tables of a panel: one, unless the author left several answers side by side. */
export function panelTables(
  panel: PanelModel,
  result: PanelQueryResult,
  variables: VariableValues,
): Table[] {
  const frames = tableFrames(
    result.frames.map(frame => ({
      ...frame,
      legendFormat:
        frame.legendFormat &&
        interpolateVariables(frame.legendFormat, {
          variables,
          defaultFormat: 'text',
        }),
    })),
    panel.targets,
  );
  return applyTransformations(frames, panel.transformations).map(frame =>
    tableOf(panel, frame),
  );
}

function tableOf(panel: PanelModel, frame: TableFrame): Table {
  const shown = frame.fields
    .map((field, index) => {
      const name = fieldName(field);
      const config = resolveFieldConfig(panel.fieldConfig, {
        name,
        refId: field.refId,
        type: field.type,
      });
      const heading = config.displayName ?? name;
      const column: TableColumn = {
        key: `${index}/${name}`,
        heading,
        type: field.type,
        config,
        style: readTableCellStyle(config.custom),
        bounds: boundsOf(field, config),
      };
      return { column, field: { ...field, displayName: heading } };
    })
    .filter(({ column }) => !column.style.isHidden);
  return {
    columns: shown.map(({ column }) => column),
    frame: { ...frame, fields: shown.map(({ field }) => field) },
  };
}

function boundsOf({ values }: TableField, config: FieldConfig) {
  // A table may have more rows than a call may have arguments.
  let [smallest, largest] = [0, -Infinity];
  for (const value of values) {
    if (typeof value === 'number' && Number.isFinite(value)) {
      smallest = Math.min(smallest, value);
      largest = Math.max(largest, value);
    }
  }
  const min = config.min ?? smallest;
  return { min, max: config.max ?? Math.max(min + 1e-9, largest) };
}
