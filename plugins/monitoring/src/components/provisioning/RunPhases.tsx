import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  ProvisioningPhase,
  ProvisioningRun,
} from '@sightline/backstage-plugin-monitoring-common';
import { formatElapsed, formatNumber } from '../../format';
import { railColor, toneColors } from '../../theme/toneColors';
import { monitoringRunsTranslationRef } from '../../translation';
import { waitsForPerson } from './runState';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(112px, 1fr))',
    gap: theme.spacing(1),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  phase: {
    borderTop: '4px solid',
    paddingTop: theme.spacing(1),
    fontVariantNumeric: 'tabular-nums',
    minWidth: 0,
  },
  detail: {
    color: theme.palette.textSubtle,
  },
}));

/** The parts of a run in the order in which they happen, and how far each is. */
export function RunPhases(props: { run: ProvisioningRun }) {
  const { run } = props;
  const { t } = useTranslationRef(monitoringRunsTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  const steps = run.phases.filter(({ name }) => name !== 'plan');
  const sum = (of: (phase: ProvisioningPhase) => number) =>
    formatNumber(steps.reduce((all, phase) => all + of(phase), 0));

  const waits = (phase: ProvisioningPhase) =>
    phase.name === 'delete' && waitsForPerson(run);
  const color = (phase: ProvisioningPhase) => {
    if (phase.failed > 0) {
      return toneColors(theme, 'error').bar;
    }
    if (waits(phase)) {
      return toneColors(theme, 'warning').bar;
    }
    return phase.done >= phase.total && phase.total > 0
      ? toneColors(theme, 'ok').bar
      : railColor(theme);
  };
  const main = (phase: ProvisioningPhase) =>
    phase.name === 'plan'
      ? t('runs.phaseSteps', {
          count: phase.total,
          number: formatNumber(phase.total),
        })
      : t('runs.phaseDone', {
          done: formatNumber(phase.done),
          total: formatNumber(phase.total),
        });
  const detail = (phase: ProvisioningPhase) => {
    if (waits(phase)) {
      return t('runs.phaseWaits');
    }
    return phase.failed > 0
      ? t('runs.phaseFailed', {
          failed: formatNumber(phase.failed),
          duration: formatElapsed(phase.duration),
        })
      : formatElapsed(phase.duration);
  };

  return (
    <ol
      className={classes.list}
      aria-label={t('runs.phasesLabel', {
        done: sum(phase => phase.done),
        total: sum(phase => phase.total),
      })}
    >
      {run.phases.map(phase => (
        <li
          key={phase.name}
          className={classes.phase}
          style={{ borderTopColor: color(phase) }}
        >
          <Typography variant="subtitle2" component="div">
            {t(`runs.phase.${phase.name}`)}
          </Typography>
          <Typography variant="body2">
            {phase.total === 0 ? t('runs.phaseNothing') : main(phase)}
          </Typography>
          <Typography
            className={classes.detail}
            variant="caption"
            component="div"
          >
            {phase.total === 0 && !waits(phase) ? '' : detail(phase)}
          </Typography>
        </li>
      ))}
    </ol>
  );
}
