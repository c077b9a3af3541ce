import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  SloListResponse,
  SloState,
} from '@sightline/backstage-plugin-monitoring-common';
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

/** Props of {@link StateCounts}. */
export interface StateCountsProps {
  counts: SloListResponse['counts'];
  /** Where the SLOs of a state are listed; absent where no page lists them. */
  pathOf?: (state: SloState) => string;
}

/** How many SLOs are in each state, each with the way to them. */
export function StateCounts(props: StateCountsProps) {
  const { counts, pathOf } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={t('widget.counts')}>
      {occurringStates(counts).map(({ state, count }) => {
        const content = (
          <span className={classes.count}>
            <strong>{formatNumber(count, 0)}</strong>
            <StateLabel state={state} />
          </span>
        );
        return (
          <li key={state}>
            {pathOf ? (
              <Link to={pathOf(state)} color="inherit">
                {content}
              </Link>
            ) : (
              content
            )}
          </li>
        );
      })}
    </ul>
  );
}
