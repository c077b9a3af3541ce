import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import Popover from '@material-ui/core/Popover';
import FilterListIcon from '@material-ui/icons/FilterList';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { ColumnFilterValues } from './ColumnFilterValues';
import { TableColumn } from './tableColumns';
import { TableView } from './useTableView';

/** Props of {@link ColumnFilter}. */
export interface ColumnFilterProps {
  column: TableColumn;
  view: TableView;
}

/** Opens the values of a column, of which readers choose those whose rows stay. */
export function ColumnFilter(props: ColumnFilterProps) {
  const { column, view } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const [anchor, setAnchor] = useState<Element | null>(null);
  const kept = view.filters.get(column.key);
  return (
    <>
      <IconButton
        size="small"
        color={kept ? 'primary' : 'default'}
        aria-haspopup="dialog"
        aria-pressed={kept !== undefined}
        aria-label={t('dashboards.table.filter', { column: column.heading })}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <FilterListIcon fontSize="inherit" />
      </IconButton>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        PaperProps={
          {
            role: 'dialog',
            'aria-label': t('dashboards.table.filter', {
              column: column.heading,
            }),
          } as object
        }
      >
        <ColumnFilterValues
          column={column}
          kept={kept}
          onChoose={chosen => {
            view.filterBy(column.key, chosen);
            setAnchor(null);
          }}
        />
      </Popover>
    </>
  );
}
