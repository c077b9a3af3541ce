import { useMemo, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { TableColumn } from './tableColumns';

/** Values that are listed at once. */
const MOST_VALUES = 200;

const useStyles = makeStyles(theme => ({
  root: {
    width: 260,
    padding: theme.spacing(1.5),
  },
  values: {
    maxHeight: 240,
    margin: theme.spacing(1, 0),
    overflow: 'auto',
    flexWrap: 'nowrap',
  },
  actions: {
    display: 'flex',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
  },
}));

const compareTexts = new Intl.Collator('en', { numeric: true }).compare;

/** Props of {@link ColumnFilterValues}. */
export interface ColumnFilterValuesProps {
  column: TableColumn;
  /** Absent: all. */
  kept: ReadonlySet<string> | undefined;
  onChoose: (kept: ReadonlySet<string> | undefined) => void;
}

/** The values of a column, to be searched and chosen of. */
export function ColumnFilterValues(props: ColumnFilterValuesProps) {
  const { column, kept, onChoose } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    kept ?? new Set<string>(),
  );
  const all = useMemo(
    () =>
      [
        ...new Set(
          column.field.values.map(value => column.display(value).full),
        ),
      ].sort(compareTexts),
    [column],
  );
  const found = all.filter(text =>
    text.toLowerCase().includes(search.trim().toLowerCase()),
  );
  const toggle = (text: string) =>
    setChosen(before => {
      const next = new Set(before);
      if (!next.delete(text)) {
        next.add(text);
      }
      return next;
    });

  return (
    <div className={classes.root}>
      <TextField
        label={t('dashboards.table.filterSearch')}
        value={search}
        onChange={event => setSearch(event.target.value)}
        size="small"
        variant="outlined"
        fullWidth
        // The list was opened to search in it.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
      />
      <FormGroup
        className={classes.values}
        role="group"
        aria-label={t('dashboards.table.filterValues', {
          column: column.heading,
        })}
      >
        {found.slice(0, MOST_VALUES).map(text => (
          <FormControlLabel
            key={text}
            control={
              <Checkbox
                size="small"
                color="primary"
                checked={chosen.has(text)}
                onChange={() => toggle(text)}
              />
            }
            label={text || t('dashboards.table.filterEmpty')}
          />
        ))}
        {found.length > MOST_VALUES && (
          <Typography variant="caption">
            {t('dashboards.table.filterMore', {
              others: String(found.length - MOST_VALUES),
            })}
          </Typography>
        )}
      </FormGroup>
      <div className={classes.actions}>
        <Button size="small" onClick={() => onChoose(undefined)}>
          {t('dashboards.table.filterClear')}
        </Button>
        <Button
          size="small"
          color="primary"
          disabled={chosen.size === 0}
          onClick={() => onChoose(chosen)}
        >
          {t('dashboards.table.filterApply')}
        </Button>
      </div>
    </div>
  );
}
