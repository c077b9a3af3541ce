import { useState } from 'react';
import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import TimelineIcon from '@material-ui/icons/Timeline';
import {
  ActiveAlert,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';
import { useSloPath } from '../../hooks/useSloPath';
import { monitoringSlosTranslationRef } from '../../translation';
import { BudgetBar } from '../BudgetBar';
import { lazily } from '../lazily';
import { SectionCard } from '../SectionCard';
import { useSloQueries } from '../SloFigure';
import { StateLabel } from '../StateLabel';
import { BudgetLegend } from './BudgetLegend';
import { SloBurn } from './SloBurn';
import { SloFacts } from './SloFacts';
import { decidingPair, hasFigures, sloTone } from './sloFigures';
import { SloNotes } from './SloNotes';
import { SloNotification } from './SloNotification';
import { useSloWords } from './useSloWords';

/** Behind a button. */
const BurnDown = lazily(() =>
  import('../BurnDown').then(module => module.BurnDown),
);

const useStyles = makeStyles(theme => ({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
  },
  bar: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.75),
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    marginLeft: 'auto',
  },
}));

/** Props of {@link SloCard}. */
export interface SloCardProps {
  slo: SloStatus;
  /** Burn-rate alerts of this SLO that are active now. */
  alerts: ActiveAlert[];
}

/** One SLO: how much budget is left, how fast it burns, and when it is gone. */
export function SloCard(props: SloCardProps) {
  const { slo, alerts } = props;
  const { t } = useTranslationRef(monitoringSlosTranslationRef);
  const classes = useStyles();
  const words = useSloWords();
  const pathOf = useSloPath();
  const queries = useSloQueries(slo);
  const [showHistory, setShowHistory] = useState(false);
  const pair = decidingPair(slo);
  const tone = sloTone(slo.state);

  return (
    <SectionCard
      level={3}
      title={slo.title}
      aside={<StateLabel state={slo.state} />}
      subtitle={
        slo.description
          ? `${slo.description}, ${words.windowLong(slo.window)}`
          : words.definition(slo)
      }
      footer={
        <>
          <SloNotification alerts={alerts} isMeasured={hasFigures(slo)} />
          <div className={classes.actions}>
            {hasFigures(slo) && (
              <Button
                size="small"
                color="primary"
                startIcon={<TimelineIcon />}
                aria-expanded={showHistory}
                aria-label={
                  showHistory
                    ? t('slo.hideHistoryOf', { slo: slo.title })
                    : t('slo.showHistoryOf', { slo: slo.title })
                }
                onClick={() => setShowHistory(shown => !shown)}
              >
                {showHistory ? t('slo.hideHistory') : t('slo.showHistory')}
              </Button>
            )}
            <LinkButton
              role={undefined}
              size="small"
              color="primary"
              to={pathOf(slo)}
              aria-label={t('slo.openOf', { slo: slo.title })}
            >
              {t('slo.open')}
            </LinkButton>
          </div>
        </>
      }
    >
      <div className={classes.content}>
        {hasFigures(slo) ? (
          <>
            <SloFacts slo={slo} queries={queries} />
            <div className={classes.bar}>
              <BudgetBar budgetRemaining={slo.budgetRemaining} tone={tone} />
              <BudgetLegend
                budgetRemaining={slo.budgetRemaining ?? 0}
                tone={tone}
              />
            </div>
            <SloNotes slo={slo} />
            {pair && <SloBurn slo={slo} pair={pair} queries={queries} />}
            {showHistory && <BurnDown slo={slo} tone={tone} />}
          </>
        ) : (
          <Typography variant="body2">{words.reason(slo)}</Typography>
        )}
      </div>
    </SectionCard>
  );
}
