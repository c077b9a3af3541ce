import { ChangeEvent } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MenuItem from '@material-ui/core/MenuItem';
import Select from '@material-ui/core/Select';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { SLO_COLUMN_LOOKS, SLO_COLUMNS, SloSort } from './sloColumns';
import { useFilterStyles } from './useFilterStyles';
import { SloListState } from './useSloListState';

/** Chooses the order where there are no heads of columns: on a phone. */
export function SortSelect(props: { state: SloListState }) {
  const { state } = props;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useFilterStyles();
  const nameOf = (sort: SloSort) => t(`sloList.sortName.${sort}`);
  return (
    <Select
      variant="outlined"
      className={classes.select}
      classes={{ select: classes.display }}
      value={state.sort}
      onChange={(event: ChangeEvent<{ value: unknown }>) =>
        state.sortBy(event.target.value as SloSort)
      }
      renderValue={() => (
        <>
          <span className={classes.label}>{t('sloList.sort')}</span>{' '}
          {nameOf(state.sort)}
        </>
      )}
      SelectDisplayProps={{
        'aria-label': `${t('sloList.sort')}: ${nameOf(state.sort)}`,
      }}
      MenuProps={{ MenuListProps: { 'aria-label': t('sloList.sort') } }}
    >
      {SLO_COLUMNS.flatMap(column => {
        const { sort } = SLO_COLUMN_LOOKS[column];
        return sort
          ? [
              <MenuItem key={sort} value={sort}>
                {nameOf(sort)}
              </MenuItem>,
            ]
          : [];
      })}
    </Select>
  );
}
