import { useContext, useId } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  DataFrame,
  frameLength,
} from '@sightline/backstage-plugin-monitoring-common';
import { formatDuration, formatTime } from '../../../format';
import { ClockContext } from '../../../hooks/Clock';
import {
  monitoringDashboardsTranslationRef,
  monitoringTranslationRef,
} from '../../../translation';
import { ExploreLink } from '../../Explore/ExploreLink';
import { DashboardContext } from '../DashboardContext';
import { PanelData } from '../types';
import { queryStatistics } from './queryStatistics';

const useStyles = makeStyles(theme => ({
  answer: {
    marginBottom: theme.spacing(2.5),
    ...theme.typography.body2,
  },
  query: {
    margin: theme.spacing(0.5, 0),
    padding: theme.spacing(1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    fontSize: theme.typography.body2.fontSize,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 3),
    margin: theme.spacing(0, 0, 0.5),
    '& dt': { color: theme.palette.textSubtle },
    '& dd': { margin: 0, fontVariantNumeric: 'tabular-nums' },
  },
  problem: {
    overflowWrap: 'anywhere',
  },
}));

/** Props of {@link PanelQueries}. */
export interface PanelQueriesProps {
  title: string;
  data: PanelData;
  /** What the answers came to. */
  frames: DataFrame[];
  open: boolean;
  onClose: () => void;
}

/** The queries of a panel as Prometheus was asked, and what they cost. */
export function PanelQueries(props: PanelQueriesProps) {
  const { title, data } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const { t: tShared } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const titleId = useId();
  const surroundings = useContext(DashboardContext);
  const clock = useContext(ClockContext);
  if (!props.open) {
    return null;
  }
  const { frames: answers = [], answeredAt, staleMs } = data.result ?? {};
  const problems = [
    data.failure ?? data.result?.error,
    ...(data.result?.warnings ?? []),
  ].filter(Boolean);
  const rows = props.frames.reduce((sum, frame) => sum + frameLength(frame), 0);

  return (
    <Dialog
      open
      onClose={props.onClose}
      maxWidth="md"
      fullWidth
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>
        {t('dashboards.panel.queriesOf', { title })}
      </DialogTitle>
      <DialogContent>
        {answers.length === 0 && (
          <Typography>{t('dashboards.panel.noQueries')}</Typography>
        )}
        {problems.map((problem, index) => (
          <Typography key={index} className={classes.problem} paragraph>
            {problem}
          </Typography>
        ))}
        {answers.map((answer, index) => (
          <section
            key={index}
            className={classes.answer}
            aria-label={answer.refId}
          >
            <Typography variant="subtitle2" component="h3">
              {answer.refId}
            </Typography>
            <pre className={classes.query}>{answer.expression}</pre>
            <Typography
              className={classes.facts}
              variant="body2"
              component="dl"
            >
              {queryStatistics(answer, data.result?.step).map(
                ({ name, value }) => (
                  <div key={name}>
                    <dt>{t(`dashboards.inspect.${name}`)}</dt>
                    <dd>{value}</dd>
                  </div>
                ),
              )}
              {answer.cache && (
                <div>
                  <dt>{t('dashboards.inspect.cache')}</dt>
                  <dd>{t(`dashboards.inspect.cacheState.${answer.cache}`)}</dd>
                </div>
              )}
            </Typography>
            {surroundings && answer.valueName === undefined && (
              <ExploreLink
                entityRef={surroundings.entityRef}
                expression={answer.expression}
              />
            )}
          </section>
        ))}
        {staleMs !== undefined && (
          <Typography variant="caption" component="p">
            {t('dashboards.panel.staleHelp', {
              age: formatDuration(staleMs / 1_000),
            })}
          </Typography>
        )}
        {answeredAt !== undefined && (
          <Typography variant="caption" component="p">
            {t('dashboards.inspect.answeredAt', {
              time: formatTime(answeredAt, {
                now: clock.now(),
                timeZone: clock.timeZone,
              }),
            })}
          </Typography>
        )}
        {answers.length > 0 && (
          <Typography variant="caption" component="p">
            {t('dashboards.inspect.shown', {
              count: props.frames.length,
              rows: String(rows),
            })}
          </Typography>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose} color="primary">
          {tShared('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
