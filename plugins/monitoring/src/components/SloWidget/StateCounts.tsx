import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { SloListResponse } from '@sightline/backstage-plugin-monitoring-common';
import { formatNumber } from '../../format';
import { monitoringTranslationRef } from '../../translation';
import { StateLabel } from '../StateLabel';
import { occurringStates } from './fleetState';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 2),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  count: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** How many SLOs are in each state. */
export function StateCounts(props: { counts: SloListResponse['counts'] }) {
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={t('widget.counts')}>
      {occurringStates(props.counts).map(({ state, count }) => (
        <li key={state} className={classes.count}>
          <strong>{formatNumber(count)}</strong>
          <StateLabel state={state} />
        </li>
      ))}
    </ul>
  );
}
