import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ExploreQueryResponse } from '@sightline/backstage-plugin-monitoring-common';
import {
  monitoringDashboardsTranslationRef,
  monitoringExploreTranslationRef,
} from '../../translation';
import { queryStatistics } from '../dashboards/PanelFrame/queryStatistics';

const useStyles = makeStyles(theme => ({
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 3),
    margin: 0,
    '& dt': { color: theme.palette.textSubtle },
    '& dd': { margin: 0, fontVariantNumeric: 'tabular-nums' },
  },
  sent: {
    marginTop: theme.spacing(1.5),
    '& summary': { cursor: 'pointer' },
    '& pre': {
      margin: theme.spacing(0.5, 0, 0),
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
  },
}));

/** What an answer came to and cost, and what Prometheus was asked. */
export function ExploreStatistics(props: { answer: ExploreQueryResponse }) {
  const { frame } = props.answer;
  const { t } = useTranslationRef(monitoringExploreTranslationRef);
  const { t: tPanels } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();

  return (
    <section aria-label={t('explore.statistics')}>
      <Typography className={classes.facts} variant="body2" component="dl">
        {queryStatistics(frame).map(({ name, value }) => (
          <div key={name}>
            <dt>{tPanels(`dashboards.inspect.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {frame.cache && (
          <div>
            <dt>{tPanels('dashboards.inspect.cache')}</dt>
            <dd>{tPanels(`dashboards.inspect.cacheState.${frame.cache}`)}</dd>
          </div>
        )}
      </Typography>
      <Typography className={classes.sent} variant="body2" component="details">
        <summary>{t('explore.sent')}</summary>
        <pre>{frame.expression}</pre>
      </Typography>
    </section>
  );
}
