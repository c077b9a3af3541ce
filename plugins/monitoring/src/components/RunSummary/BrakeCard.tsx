import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { PruneBrake } from '@sightline/backstage-plugin-monitoring-common';
import { formatNumber, formatTime } from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringRunsTranslationRef } from '../../translation';
import { SectionCard } from '../SectionCard';
import { refName } from '../ServiceLink';
import { StateLabel } from '../StateLabel';
import { BrakeAnswer } from './BrakeAnswer';
import { BrakeEntities } from './BrakeEntities';
import { BrakeKinds } from './BrakeKinds';
import { ShareBar } from './ShareBar';
import { largestGroup } from './largestGroup';

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(280px, 100%), 1fr))',
    gap: theme.spacing(3, 5),
  },
  column: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    minWidth: 0,
  },
  caption: {
    fontSize: 12,
    fontWeight: 700,
    textTransform: 'uppercase',
    letterSpacing: '.05em',
    color: theme.palette.textSubtle,
  },
  subtle: {
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link BrakeCard}. */
export interface BrakeCardProps {
  brake: PruneBrake;
  mayManage: boolean;
  onAnswered: () => void;
}

/** Why so much would be deleted, and the question whether it may. */
export function BrakeCard(props: BrakeCardProps) {
  const { brake, mayManage, onAnswered } = props;
  const { t } = useTranslationRef(monitoringRunsTranslationRef);
  const classes = useStyles();
  const format = useTimeFormat();
  const together = largestGroup(brake.entities);
  const { answer } = brake;

  return (
    <SectionCard
      title={t('runs.brake.title')}
      aside={!answer && <StateLabel state="awaiting" />}
    >
      <div className={classes.columns}>
        <div className={classes.column}>
          <Typography variant="body1">
            {t('runs.brake.entities', {
              count: brake.entityCount,
              number: formatNumber(brake.entityCount),
            })}{' '}
            {together && together.count > 1 && (
              <strong>
                {t('runs.brake.together', {
                  count: together.count,
                  number: formatNumber(together.count),
                  time: formatTime(together.since, format),
                })}
              </strong>
            )}
          </Typography>
          <Typography className={classes.subtle} variant="body2">
            {t('runs.brake.safe')}
          </Typography>
          <BrakeEntities brake={brake} />
          <Typography className={classes.caption} component="h3">
            {t('runs.brake.toDelete')}
          </Typography>
          <BrakeKinds brake={brake} />
        </div>
        <div className={classes.column}>
          <Typography className={classes.caption} component="h3">
            {t('runs.brake.share')}
          </Typography>
          <ShareBar
            share={brake.managed > 0 ? brake.objects / brake.managed : 0}
            limit={brake.maxShare}
          />
          {answer ? (
            <Typography variant="body2">
              {t(
                answer.answer === 'delete'
                  ? 'runs.brake.answeredDelete'
                  : 'runs.brake.answeredKeep',
                {
                  by: refName(answer.by),
                  time: formatTime(answer.at, format),
                },
              )}
            </Typography>
          ) : (
            <BrakeAnswer
              brake={brake}
              mayManage={mayManage}
              onAnswered={onAnswered}
            />
          )}
        </div>
      </div>
    </SectionCard>
  );
}
