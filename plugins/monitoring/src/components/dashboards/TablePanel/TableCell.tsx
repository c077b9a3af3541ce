import { CSSProperties, useContext, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import VisibilityIcon from '@material-ui/icons/Visibility';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { fieldLinks } from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { lazily } from '../../lazily';
import { CellLinks } from './CellLinks';
import { inspectedText } from './cellText';
import type { FrameTableProps } from './FrameTable';
import { TableCellContent } from './TableCellContent';
import { TableColumn } from './tableColumns';

const CellInspector = lazily(() =>
  import('./CellInspector').then(module => module.CellInspector),
);

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(0, 1),
    borderBottom: `1px solid ${theme.palette.divider}`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    color: 'inherit',
  },
  wrapped: {
    padding: theme.spacing(0.75, 1),
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  inspect: {
    padding: 2,
    marginLeft: theme.spacing(0.5),
    color: 'inherit',
    opacity: 0,
    '$root:hover &, &:focus-visible': { opacity: 0.8 },
  },
}));

/** Props of {@link TableCell}. */
export interface TableCellProps
  extends Pick<FrameTableProps, 'frame' | 'frames' | 'variables' | 'range'> {
  column: TableColumn;
  row: number;
  look: CSSProperties;
}

/** A cell with its value, its links, and a way to look at the whole of it. */
export function TableCell(props: TableCellProps) {
  const { column, row, frame, frames, variables, range, look } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const { type } = useTheme().palette;
  const { timeZone } = useContext(ClockContext);
  const [isInspected, setInspected] = useState(false);
  const { field, style, heading } = column;
  const value = field.values[row];
  const { full } = column.display(typeof value === 'object' ? null : value);
  const links = fieldLinks(
    { field, frame, frames },
    { row },
    { variables, range },
    { theme: type, timeZone },
  );

  return (
    <td
      className={`${classes.root} ${style.wrapText ? classes.wrapped : ''}`}
      style={{ textAlign: style.align, ...look }}
      title={full || undefined}
    >
      <CellLinks
        links={links}
        label={full}
        areListed={style.kind === 'data-links'}
      >
        <TableCellContent column={column} value={value} />
      </CellLinks>
      {style.canInspect && (
        <IconButton
          className={classes.inspect}
          size="small"
          aria-label={t('dashboards.table.inspect', { column: heading })}
          onClick={() => setInspected(true)}
        >
          <VisibilityIcon fontSize="inherit" />
        </IconButton>
      )}
      {isInspected && (
        <CellInspector
          title={heading}
          text={inspectedText(column, value)}
          onClose={() => setInspected(false)}
        />
      )}
    </td>
  );
}
