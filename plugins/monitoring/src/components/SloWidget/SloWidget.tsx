import { useState } from 'react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { formatTime } from '../../format';
import { useSloListPath } from '../../hooks/useSloListPath';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringTranslationRef } from '../../translation';
import { LoadFailed } from '../LoadFailed';
import { SourceHealthBanner, withBackend } from '../SourceHealthBanner';
import { totalOf } from './fleetState';
import { ScopeSelect } from './ScopeSelect';
import { useFleetSummary } from './useFleetSummary';
import { WidgetEmpty } from './WidgetEmpty';
import { WidgetLists } from './WidgetLists';
import { SloWidgetProps, WidgetScope } from './widgetSettings';
import { WidgetSkeleton } from './WidgetSkeleton';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
  },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    minHeight: 40,
  },
  subtle: {
    color: theme.palette.textSubtle,
  },
}));

/** The home page's view: how many SLOs are in which state, the worst first, what fires. */
export function SloWidget(props: SloWidgetProps) {
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const format = useTimeFormat();
  const listPath = useSloListPath();
  const [chosen, setChosen] = useState<WidgetScope>();
  const scope = chosen ?? props.scope ?? 'mine';
  const limit = Math.min(20, Math.max(1, props.limit ?? 5));
  const polled = useFleetSummary(scope, limit);
  const { value, error, loadedAt, refresh } = polled;
  const total = value ? totalOf(value.slos.counts) : 0;

  const content = () => {
    if (value && total > 0) {
      return <WidgetLists summary={value} scope={scope} />;
    }
    if (value) {
      return <WidgetEmpty scope={scope} onShowAll={() => setChosen('all')} />;
    }
    if (error) {
      return (
        <LoadFailed
          error={error}
          what={t('loadFailed.slos')}
          onRetry={refresh}
        />
      );
    }
    return <WidgetSkeleton rows={limit} />;
  };

  return (
    <div className={classes.root}>
      <div className={classes.top}>
        <Typography className={classes.subtle} variant="body2">
          {total > 0 && t('widget.total', { count: total })}
          {total > 0 &&
            value?.slos.entities !== undefined &&
            ` ${t('widget.ofServices', { count: value.slos.entities })}`}
        </Typography>
        <ScopeSelect scope={scope} onChange={setChosen} />
      </div>
      {value && (
        <SourceHealthBanner
          sources={withBackend(
            [...value.slos.health, ...value.alerts.health],
            polled,
          )}
        />
      )}
      {content()}
      {loadedAt !== undefined && total > 0 && (
        <div className={classes.top}>
          <Typography className={classes.subtle} variant="caption">
            {t('widget.asOf', { time: formatTime(loadedAt, format) })}
          </Typography>
          {listPath && (
            <Typography variant="body2">
              <Link to={listPath({ mine: scope === 'mine' })}>
                {t('widget.allSlos')}
              </Link>
            </Typography>
          )}
        </div>
      )}
    </div>
  );
}
