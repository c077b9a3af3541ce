import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  ColorTheme,
  fieldSeriesColor,
  FieldValue,
  readableOn,
} from '@sightline/backstage-plugin-monitoring-common';
import { pillTexts } from './cellText';
import { TableColumn } from './tableColumns';

const useStyles = makeStyles(theme => ({
  pill: {
    display: 'inline-block',
    marginRight: theme.spacing(0.5),
    padding: theme.spacing(0, 0.75),
    borderRadius: theme.shape.borderRadius,
    fontSize: theme.typography.caption.fontSize,
    lineHeight: 1.6,
  },
}));

/** Props of {@link PillCell}. */
export interface PillCellProps {
  column: TableColumn;
  value: FieldValue | undefined;
}

/** The parts of a list, each on its colour. */
export function PillCell(props: PillCellProps) {
  const { column, value } = props;
  const classes = useStyles();
  const { type } = useTheme().palette;
  return (
    <>
      {pillTexts(column, value).map((text, index) => {
        const background = pillColor(column, text, type);
        return (
          <span
            key={`${index} ${text}`}
            className={classes.pill}
            style={{ background, color: readableOn(background) }}
          >
            {text}
          </span>
        );
      })}
    </>
  );
}

/** A mapping's or the fixed colour, else one that the text always has. */
function pillColor(
  { field, display }: TableColumn,
  text: string,
  theme: ColorTheme,
): string {
  const { mappings, color } = field.config;
  if (mappings.length > 0 || color?.mode === 'fixed') {
    return display(text).color;
  }
  return fieldSeriesColor(
    {
      ...field,
      config: { ...field.config, color: { mode: 'palette-classic-by-name' } },
      state: { displayName: text, seriesIndex: 0 },
    },
    theme,
  ).color;
}
