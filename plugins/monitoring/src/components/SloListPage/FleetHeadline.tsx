import { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Card from '@material-ui/core/Card';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { SloListResponse } from '@sightline/backstage-plugin-monitoring-common';
import { formatNumber, formatTime } from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { needingPerson, totalOf } from '../SloWidget/fleetState';
import { StateFilters } from './StateFilters';
import { SloListState } from './useSloListState';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    padding: theme.spacing(2, 2.5),
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0.5, 1.5),
  },
  subtle: {
    color: theme.palette.textSubtle,
    fontVariantNumeric: 'tabular-nums',
  },
  action: {
    alignSelf: 'center',
    maxWidth: '100%',
    marginLeft: 'auto',
    [theme.breakpoints.down('xs')]: { marginLeft: 0 },
  },
}));

/** Props of {@link FleetHeadline}. */
export interface FleetHeadlineProps {
  answer: SloListResponse;
  loadedAt: number;
  state: SloListState;
  /** At the end of the sentence's line. */
  action?: ReactNode;
}

/** How many SLOs need a person now, in a sentence, and how many are in which state. */
export function FleetHeadline(props: FleetHeadlineProps) {
  const { answer, loadedAt, state, action } = props;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useStyles();
  const format = useTimeFormat();
  const urgent = needingPerson(answer.counts);
  const total = totalOf(answer.counts);
  const stale = answer.counts.stale ?? 0;
  const time = formatTime(loadedAt, format);
  const title = () => {
    if (total === 0) {
      return state.isFiltered ? t('sloList.noSloMatches') : t('sloList.noSlos');
    }
    const number = (count: number) => ({
      count,
      number: formatNumber(count, 0),
    });
    if (urgent > 0) {
      return t('sloList.needPerson', number(urgent));
    }
    return stale > 0
      ? t('sloList.notKnown', number(stale))
      : t('sloList.nobodyNeeded');
  };

  return (
    <Card
      className={classes.root}
      component="section"
      aria-label={t('sloList.headline')}
    >
      <div className={classes.line}>
        <Typography variant="h6" component="h2">
          {title()}
        </Typography>
        <Typography className={classes.subtle} variant="body2">
          {answer.entities === undefined
            ? t('sloList.total', {
                count: total,
                number: formatNumber(total, 0),
                time,
              })
            : t('sloList.totalOfServices', {
                count: answer.entities,
                slos: t('sloList.slos', {
                  count: total,
                  number: formatNumber(total, 0),
                }),
                number: formatNumber(answer.entities, 0),
                time,
              })}
        </Typography>
        {action && <div className={classes.action}>{action}</div>}
      </div>
      <StateFilters
        counts={answer.counts}
        chosen={state.states}
        onChange={state.setStates}
      />
    </Card>
  );
}
