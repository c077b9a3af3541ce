import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useSloListPath } from '../../hooks/useSloListPath';
import { monitoringTranslationRef } from '../../translation';
import { compareAlerts } from '../AlertList/alertOrder';
import { AlertSummaryRow } from '../AlertSummaryRow';
import { RowList } from '../RowList';
import { SloRow } from '../SloRow';
import { isQuiet } from './fleetState';
import { QuietSummary } from './QuietSummary';
import { StateCounts } from './StateCounts';
import { FleetSummary } from './useFleetSummary';
import { WidgetScope } from './widgetSettings';

const SHOWN_ALERTS = 5;

const useStyles = makeStyles(theme => ({
  heading: {
    display: 'flex',
    justifyContent: 'space-between',
    color: theme.palette.textSubtle,
    fontSize: theme.typography.caption.fontSize,
    fontWeight: 700,
    letterSpacing: 0.5,
    textTransform: 'uppercase',
  },
}));

/** Props of {@link WidgetLists}. */
export interface WidgetListsProps {
  summary: FleetSummary;
  scope: WidgetScope;
}

/** Counts, the worst SLOs, firing alerts; less of it when nothing is wrong. */
export function WidgetLists(props: WidgetListsProps) {
  const { slos, alerts } = props.summary;
  const { scope } = props;
  const listPath = useSloListPath();
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const [all, setAll] = useState(false);
  // A burning budget already stands among the SLOs.
  const firing = alerts.items
    .filter(alert => alert.sloId === undefined && alert.state === 'firing')
    .sort(compareAlerts);
  const pending = alerts.items
    .filter(alert => alert.sloId === undefined && alert.state === 'pending')
    .sort(compareAlerts);
  const quiet = isQuiet(slos.counts) && firing.length === 0;
  const hidden = firing.length - SHOWN_ALERTS;
  const title = quiet ? t('widget.leastBudget') : t('widget.worstFirst');

  return (
    <>
      {quiet ? (
        <QuietSummary counts={slos.counts} pending={pending.length} />
      ) : (
        <StateCounts
          counts={slos.counts}
          pathOf={
            listPath &&
            (state => listPath({ state: [state], mine: scope === 'mine' }))
          }
        />
      )}
      <div>
        <Typography className={classes.heading} component="div">
          <span>{title}</span>
          <span>{t('widget.budgetLeft')}</span>
        </Typography>
        <RowList label={title}>
          {slos.items.map(slo => (
            <SloRow key={`${slo.entityRef} ${slo.id}`} slo={slo} showEntity />
          ))}
        </RowList>
      </div>
      {firing.length > 0 && (
        <div>
          <Typography className={classes.heading} component="div">
            <span>{t('widget.alertsFiring')}</span>
            <span>{t('widget.duration')}</span>
          </Typography>
          <RowList label={t('widget.alertsFiring')}>
            {(all ? firing : firing.slice(0, SHOWN_ALERTS)).map(alert => (
              <AlertSummaryRow key={alert.id} alert={alert} showEntity />
            ))}
          </RowList>
          {hidden > 0 && (
            <Button size="small" onClick={() => setAll(!all)}>
              {all ? t('widget.fewer') : t('widget.more', { count: hidden })}
            </Button>
          )}
        </div>
      )}
      {pending.length > 0 && (
        <div>
          <Typography className={classes.heading} component="div">
            <span>{t('widget.alertsPending')}</span>
            <span>{t('widget.duration')}</span>
          </Typography>
          <RowList label={t('widget.alertsPending')}>
            {pending.slice(0, SHOWN_ALERTS).map(alert => (
              <AlertSummaryRow key={alert.id} alert={alert} showEntity />
            ))}
          </RowList>
        </div>
      )}
    </>
  );
}
