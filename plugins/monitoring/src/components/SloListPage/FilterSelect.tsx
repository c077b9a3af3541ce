import { ChangeEvent, ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import MenuItem from '@material-ui/core/MenuItem';
import Select from '@material-ui/core/Select';
import { formatNumber } from '../../format';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { FilterChoice } from './useFilterChoices';
import { useFilterStyles } from './useFilterStyles';

/** Props of {@link FilterSelect}. */
export interface FilterSelectProps<T extends string> {
  label: string;
  choices: (FilterChoice & { value: T })[];
  chosen: T[];
  onChange: (chosen: T[]) => void;
  nameOf: (value: T) => string;
}

/** Chooses any number of things to narrow a list down to; none means all. */
export function FilterSelect<T extends string>(props: FilterSelectProps<T>) {
  const { label, choices, chosen, onChange, nameOf } = props;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useFilterStyles();
  // What an address asks for can be let go even when nothing has it any more.
  const all = [
    ...choices,
    ...chosen
      .filter(value => choices.every(choice => choice.value !== value))
      .map(value => ({ value, count: undefined })),
  ];
  const summary = () => {
    if (chosen.length === 0) {
      return t('sloList.all');
    }
    return chosen.length === 1
      ? nameOf(chosen[0])
      : t('sloList.chosen', { number: formatNumber(chosen.length, 0) });
  };

  if (all.length === 0) {
    return null;
  }
  return (
    <Select
      multiple
      displayEmpty
      variant="outlined"
      className={classes.select}
      classes={{ select: classes.display }}
      value={chosen}
      onChange={(event: ChangeEvent<{ value: unknown }>) =>
        onChange(event.target.value as T[])
      }
      renderValue={(): ReactNode => (
        <>
          <span className={classes.label}>{label}</span> {summary()}
        </>
      )}
      SelectDisplayProps={{ 'aria-label': `${label}: ${summary()}` }}
      MenuProps={{
        getContentAnchorEl: null,
        anchorOrigin: { vertical: 'bottom', horizontal: 'left' },
        PaperProps: { style: { maxHeight: 400 } },
        MenuListProps: { 'aria-label': label },
      }}
    >
      {all.map(({ value, count }) => (
        <MenuItem
          key={value}
          value={value}
          className={classes.option}
          title={value}
        >
          <Checkbox
            size="small"
            color="primary"
            checked={chosen.includes(value)}
            // The option says by itself whether it is chosen.
            inputProps={{ 'aria-hidden': true, tabIndex: -1 }}
          />
          {nameOf(value)}
          {count !== undefined && (
            <span className={classes.count}>{formatNumber(count, 0)}</span>
          )}
        </MenuItem>
      ))}
    </Select>
  );
}
