import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useTyped } from '../../hooks/useTyped';
import {
  monitoringProvisioningTranslationRef,
  monitoringRunsTranslationRef,
  monitoringTranslationRef,
} from '../../translation';
import { KINDS, OUTCOMES, StepFilterState } from './useStepFilters';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
  },
  select: {
    minWidth: 128,
  },
  entity: {
    minWidth: 240,
  },
}));

/** A ref is longer than a word. In milliseconds. */
const PAUSE = 400;

/** Chooses which steps are shown. */
export function StepFilters(props: { filters: StepFilterState }) {
  const { filters } = props;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const { t: tRuns } = useTranslationRef(monitoringRunsTranslationRef);
  const { t: tShared } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const [typed, setTyped] = useTyped(
    filters.valueOf('entity'),
    text => filters.set('entity', canonicalRef(text)),
    PAUSE,
  );

  return (
    <div className={classes.root}>
      <TextField
        select
        id="monitoring-steps-outcome"
        className={classes.select}
        label={tRuns('runs.steps.result')}
        value={filters.valueOf('outcome')}
        onChange={event => filters.set('outcome', event.target.value)}
        InputLabelProps={{ shrink: true }}
        SelectProps={{ displayEmpty: true }}
        variant="outlined"
        size="small"
      >
        <MenuItem value="">{tRuns('runs.steps.allResults')}</MenuItem>
        {OUTCOMES.map(outcome => (
          <MenuItem key={outcome} value={outcome}>
            {tShared(`state.${outcome}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        id="monitoring-steps-kind"
        className={classes.select}
        label={tRuns('runs.steps.kind')}
        value={filters.valueOf('kind')}
        onChange={event => filters.set('kind', event.target.value)}
        InputLabelProps={{ shrink: true }}
        SelectProps={{ displayEmpty: true }}
        variant="outlined"
        size="small"
      >
        <MenuItem value="">{tRuns('runs.steps.allKinds')}</MenuItem>
        {KINDS.map(kind => (
          <MenuItem key={kind} value={kind}>
            {t(`provisioning.kind.${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        id="monitoring-steps-entity"
        className={classes.entity}
        label={tRuns('runs.steps.entity')}
        placeholder={tRuns('runs.steps.entityHelp')}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        InputLabelProps={{ shrink: true }}
        variant="outlined"
        size="small"
      />
    </div>
  );
}

/** `ingestor` means the component of that name. */
function canonicalRef(text: string): string {
  const ref = text.trim().toLocaleLowerCase('en-US');
  if (!ref || ref.includes(':')) {
    return ref;
  }
  return ref.includes('/') ? `component:${ref}` : `component:default/${ref}`;
}
