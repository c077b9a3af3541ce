import { makeStyles } from '@material-ui/core/styles';
import { TableColumn } from './tableColumns';
import { FooterCell } from './tableFooter';

const useStyles = makeStyles(theme => ({
  cell: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    padding: theme.spacing(0.75, 1),
    background: theme.palette.background.paper,
    borderTop: `1px solid ${theme.palette.divider}`,
    fontVariantNumeric: 'tabular-nums',
    verticalAlign: 'top',
  },
  entry: {
    display: 'flex',
    gap: theme.spacing(0.5),
    justifyContent: 'space-between',
    minHeight: 22,
  },
  name: {
    color: theme.palette.text.secondary,
    fontSize: theme.typography.caption.fontSize,
    textTransform: 'uppercase',
  },
}));

const JUSTIFY = { left: 'flex-start', center: 'center', right: 'flex-end' };

/** Props of {@link TableFooterRow}. */
export interface TableFooterRowProps {
  columns: TableColumn[];
  /** One for each column. */
  cells: FooterCell[];
  hasExpander: boolean;
}

/** What was calculated of the columns, below them. */
export function TableFooterRow(props: TableFooterRowProps) {
  const { columns, cells, hasExpander } = props;
  const classes = useStyles();
  return (
    <tfoot>
      <tr>
        {hasExpander && <td className={classes.cell} />}
        {cells.map(({ entries, hasNames }, index) => (
          <td key={columns[index].key} className={classes.cell}>
            {entries.map(({ calculation, name, text }) => (
              <div
                key={calculation}
                className={classes.entry}
                style={
                  hasNames
                    ? undefined
                    : { justifyContent: JUSTIFY[columns[index].style.align] }
                }
              >
                {hasNames && <span className={classes.name}>{name}</span>}
                <span>{text}</span>
              </div>
            ))}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
