import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CopyTextButton } from '@backstage/core-components';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles, Theme } from '@material-ui/core/styles';
import SearchIcon from '@material-ui/icons/Search';
import {
  SLO_STATES_BY_URGENCY,
  SloListQuery,
  SloListResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { useTyped } from '../../hooks/useTyped';
import {
  monitoringSloPagesTranslationRef,
  monitoringTranslationRef,
} from '../../translation';
import { refName } from '../ServiceLink';
import { ColumnsMenu } from './ColumnsMenu';
import { DownloadButton } from './DownloadButton';
import { FilterSelect } from './FilterSelect';
import { SortSelect } from './SortSelect';
import { useFilterChoices } from './useFilterChoices';
import { EntityFilter, SloListState } from './useSloListState';

const FILTERS: EntityFilter[] = ['owner', 'system', 'domain'];

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1.5, 2.5),
  },
  search: {
    flex: '0 1 232px',
    minWidth: 200,
  },
  searchField: {
    paddingLeft: theme.spacing(1),
    fontSize: theme.typography.body2.fontSize,
  },
  searchInput: {
    padding: theme.spacing(0.875, 1, 0.875, 0),
  },
  mine: {
    marginLeft: 0,
    marginRight: 0,
  },
  mineLabel: {
    fontSize: theme.typography.body2.fontSize,
  },
  actions: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    marginLeft: 'auto',
  },
}));

/** Props of {@link SloListToolbar}. */
export interface SloListToolbarProps {
  state: SloListState;
  query?: SloListQuery;
  counts?: SloListResponse['counts'];
}

/** Narrows the list down, chooses its columns, and takes it along as a file or a link. */
export function SloListToolbar(props: SloListToolbarProps) {
  const { state, query, counts } = props;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const { t: tShared } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const isPhone = useMediaQuery<Theme>(theme => theme.breakpoints.down('xs'));
  const choices = useFilterChoices();
  const [typed, setTyped] = useTyped(state.search, state.setSearch);

  return (
    <div
      className={classes.root}
      role="search"
      aria-label={t('sloList.filters')}
    >
      <TextField
        className={classes.search}
        variant="outlined"
        size="small"
        type="search"
        value={typed}
        onChange={event => setTyped(event.target.value)}
        placeholder={t('sloList.search')}
        inputProps={{ 'aria-label': t('sloList.search') }}
        InputProps={{
          classes: { root: classes.searchField, input: classes.searchInput },
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" aria-hidden />
            </InputAdornment>
          ),
        }}
      />
      <FilterSelect
        label={t('sloList.filter.state')}
        // All of them: a filter that comes and goes moves the others about.
        choices={SLO_STATES_BY_URGENCY.map(value => ({
          value,
          count: counts?.[value],
        }))}
        chosen={state.states}
        onChange={state.setStates}
        nameOf={value => tShared(`state.${value}`)}
      />
      {FILTERS.map(filter => (
        <FilterSelect
          key={filter}
          label={t(`sloList.filter.${filter}`)}
          choices={choices[filter]}
          chosen={
            filter === 'owner' && state.isMine ? [] : state.entities[filter]
          }
          onChange={refs => state.setEntities(filter, refs)}
          nameOf={refName}
        />
      ))}
      <FormControlLabel
        classes={{ root: classes.mine, label: classes.mineLabel }}
        control={
          <Checkbox
            size="small"
            color="primary"
            checked={state.isMine}
            onChange={(_, checked) => state.setMine(checked)}
          />
        }
        label={t('sloList.mine')}
      />
      {!state.by && isPhone && <SortSelect state={state} />}
      <div className={classes.actions}>
        {!state.by && !isPhone && (
          <ColumnsMenu columns={state.columns} onChange={state.setColumns} />
        )}
        <DownloadButton query={query} />
        <CopyTextButton
          text={window.location.href}
          tooltipText={t('sloList.linkCopied')}
          variant="tertiary"
          aria-label={t('sloList.copyLink')}
        />
      </div>
    </div>
  );
}
