import { FormEvent, useEffect, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Autocomplete, {
  createFilterOptions,
} from '@material-ui/lab/Autocomplete';
import { makeStyles } from '@material-ui/core/styles';
import {
  ADHOC_OPERATORS,
  AdhocFilter,
  formatAdhocFilter,
  parseAdhocFilter,
  takesSeveral,
  VariableOption,
} from '@sightline/backstage-plugin-monitoring-common';
import { errorText } from '../../../../api/errorText';
import { monitoringDashboardsTranslationRef } from '../../../../translation';

/** Rows that are drawn; who wants others writes a part of them. */
const filterOptions = createFilterOptions<string>({ limit: 100 });

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    width: 'min(320px, 90vw)',
    padding: theme.spacing(2),
  },
  buttons: {
    display: 'flex',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
  },
}));

/** Props of {@link AdhocFilterForm}. */
export interface AdhocFilterFormProps {
  /** Absent for a new one. */
  filter?: AdhocFilter;
  readChoices: (key?: string) => Promise<VariableOption[]>;
  onApply: (filter: AdhocFilter) => void;
  onRemove?: () => void;
}

/** Label, operator and value of a filter. */
export function AdhocFilterForm(props: AdhocFilterFormProps) {
  const { filter, readChoices, onApply, onRemove } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const [key, setKey] = useState(filter?.key ?? '');
  const [operator, setOperator] = useState<AdhocFilter['operator']>(
    filter?.operator ?? '=',
  );
  const [values, setValues] = useState<string[]>(
    filter?.values ?? (filter ? [filter.value] : []),
  );
  const keys = useChoices(readChoices);
  const known = useChoices(readChoices, key);
  const several = takesSeveral(operator);
  const made: AdhocFilter = {
    key,
    operator,
    value: values[0] ?? '',
    ...(several && { values }),
  };
  const isKey = parseAdhocFilter(formatAdhocFilter(made)) !== undefined;
  const isComplete = isKey && (!several || values.length > 0);

  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete) {
      onApply(made);
    }
  };

  return (
    <form className={classes.root} onSubmit={apply}>
      <Autocomplete
        freeSolo
        options={keys.texts}
        filterOptions={filterOptions}
        value={key}
        onInputChange={(_, text) => {
          const next = text.trim();
          if (next !== key) {
            setKey(next);
            setValues([]);
          }
        }}
        renderInput={params => (
          <TextField
            {...params}
            id="monitoring-filter-key"
            label={t('dashboards.variable.filter.key')}
            error={key !== '' && !isKey}
            helperText={
              key !== '' && !isKey
                ? t('dashboards.variable.filter.keyFault')
                : keys.error
            }
          />
        )}
      />
      <TextField
        select
        id="monitoring-filter-operator"
        label={t('dashboards.variable.filter.operator')}
        value={operator}
        onChange={event => {
          const next = event.target.value as AdhocFilter['operator'];
          setOperator(next);
          setValues(old => (takesSeveral(next) ? old : old.slice(0, 1)));
        }}
      >
        {ADHOC_OPERATORS.map(one => (
          <MenuItem key={one} value={one}>
            {`${one}\u2002${t(
              `dashboards.variable.filter.operators.${one}` as const,
            )}`}
          </MenuItem>
        ))}
      </TextField>
      {several ? (
        <Autocomplete
          key="several"
          freeSolo
          multiple
          options={known.texts}
          filterOptions={filterOptions}
          value={values}
          onChange={(_, next) => setValues(next)}
          renderInput={params => (
            <TextField
              {...params}
              id="monitoring-filter-value"
              label={t('dashboards.variable.filter.values')}
              helperText={known.error}
            />
          )}
        />
      ) : (
        <Autocomplete
          key="one"
          freeSolo
          options={known.texts}
          filterOptions={filterOptions}
          inputValue={values[0] ?? ''}
          onInputChange={(event, text) => {
            // Without an event it is the list that resets what was written.
            if (event) {
              setValues([text]);
            }
          }}
          renderInput={params => (
            <TextField
              {...params}
              id="monitoring-filter-value"
              label={t('dashboards.variable.filter.value')}
              helperText={known.error}
            />
          )}
        />
      )}
      <div className={classes.buttons}>
        {onRemove && (
          <Button onClick={onRemove}>
            {t('dashboards.variable.filter.remove')}
          </Button>
        )}
        <Button
          type="submit"
          variant="contained"
          color="primary"
          disabled={!isComplete}
        >
          {t('dashboards.variable.filter.apply')}
        </Button>
      </div>
    </form>
  );
}

const PAUSE = 300;

/** Labels, or values of one; read once a key has stood for a moment. */
function useChoices(
  read: (key?: string) => Promise<VariableOption[]>,
  key?: string,
): { texts: string[]; error?: string } {
  const [found, setFound] = useState<{ texts: string[]; error?: string }>({
    texts: [],
  });
  useEffect(() => {
    if (key === '') {
      setFound({ texts: [] });
      return undefined;
    }
    let isCurrent = true;
    const timer = setTimeout(
      () =>
        read(key).then(
          options =>
            isCurrent && setFound({ texts: options.map(one => one.value) }),
          error =>
            isCurrent && setFound({ texts: [], error: errorText(error) }),
        ),
      key === undefined ? 0 : PAUSE,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
    // The function is made anew with each rendering; what it reads depends on the key.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  return found;
}
