import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import Popover from '@material-ui/core/Popover';
import AddIcon from '@material-ui/icons/Add';
import { makeStyles } from '@material-ui/core/styles';
import {
  AdhocFilter,
  DashboardVariable,
  formatAdhocFilter,
  parseAdhocFilter,
  takesSeveral,
  VariableOption,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../../../translation';
import { AdhocFilterForm } from './AdhocFilterForm';
import { VariableLabel } from './VariableLabel';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    margin: 0,
    padding: 0,
    border: 0,
    minHeight: 32,
    fontSize: theme.typography.body2.fontSize,
  },
  chip: {
    margin: 0,
    maxWidth: '100%',
  },
  add: {
    textTransform: 'none',
  },
}));

/** Props of {@link AdhocFilters}. */
export interface AdhocFiltersProps {
  definition: DashboardVariable;
  /** Filters as the address has them. */
  texts: string[];
  onChange: (texts: string[]) => void;
  /** Labels; with a key, values of that label. */
  readChoices: (key?: string) => Promise<VariableOption[]>;
}

/** Matchers that a reader adds to every query. */
export function AdhocFilters(props: AdhocFiltersProps) {
  const { definition, texts, onChange, readChoices } = props;
  const { name, label = name } = definition;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const [edited, setEdited] = useState<{
    anchor: Element;
    /** Absent for a new one. */
    place?: number;
  }>();
  const filters = texts.flatMap(text => parseAdhocFilter(text) ?? []);
  const write = (next: AdhocFilter[]) => onChange(next.map(formatAdhocFilter));

  const apply = (filter: AdhocFilter) => {
    const place = edited?.place ?? filters.length;
    write([...filters.slice(0, place), filter, ...filters.slice(place + 1)]);
    setEdited(undefined);
  };

  return (
    <span className={classes.root} role="group" aria-label={label}>
      <VariableLabel
        id={`monitoring-filters-${name}`}
        definition={definition}
      />
      {filters.map((filter, place) => {
        const text = filterText(filter);
        return (
          <Chip
            // Two filters may be the same.
            // eslint-disable-next-line react/no-array-index-key
            key={`${place} ${text}`}
            className={classes.chip}
            size="small"
            label={text}
            aria-label={t('dashboards.variable.filter.edit', { filter: text })}
            onClick={event => setEdited({ anchor: event.currentTarget, place })}
            onDelete={() => write(filters.filter((_, at) => at !== place))}
          />
        );
      })}
      {filters.length > 0 && (
        <Button
          className={classes.add}
          size="small"
          onClick={() => onChange([])}
        >
          {t('dashboards.variable.filter.clear')}
        </Button>
      )}
      <Button
        className={classes.add}
        size="small"
        startIcon={<AddIcon />}
        aria-haspopup="dialog"
        onClick={event => setEdited({ anchor: event.currentTarget })}
      >
        {t('dashboards.variable.filter.add')}
      </Button>
      <Popover
        open={edited !== undefined}
        anchorEl={edited?.anchor}
        onClose={() => setEdited(undefined)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        PaperProps={{
          role: 'dialog',
          'aria-label': t('dashboards.variable.filter.title', { name: label }),
        }}
      >
        {edited && (
          <AdhocFilterForm
            filter={
              edited.place === undefined ? undefined : filters[edited.place]
            }
            readChoices={readChoices}
            onApply={apply}
            onRemove={
              edited.place === undefined
                ? undefined
                : () => {
                    write(filters.filter((_, at) => at !== edited.place));
                    setEdited(undefined);
                  }
            }
          />
        )}
      </Popover>
    </span>
  );
}

/** `job = api`, `job is one of api, web` in signs. */
function filterText(filter: AdhocFilter): string {
  const { key, operator, value, values } = filter;
  return takesSeveral(operator)
    ? `${key} ${operator} ${(values ?? [value]).join(', ')}`
    : `${key} ${operator} ${value === '' ? '""' : value}`;
}
