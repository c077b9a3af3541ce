import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { ProvisioningStep } from '@sightline/backstage-plugin-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { toneColors } from '../../theme/toneColors';
import { monitoringProvisioningTranslationRef } from '../../translation';
import { DifferencesTable, useRunWords } from '../provisioning';
import { ACTION_LOOKS } from './actionLook';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'grid',
    gridTemplateColumns: '208px minmax(0, 1fr)',
    gap: theme.spacing(0.5, 1.5),
    padding: theme.spacing(1.25, 3),
    borderBottom: `1px solid ${theme.palette.divider}`,
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      padding: theme.spacing(1.5, 2),
    },
  },
  action: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(0.75),
  },
  icon: {
    fontSize: 18,
    marginTop: 1,
  },
  text: {
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  subtle: {
    color: theme.palette.textSubtle,
  },
  differences: {
    gridColumn: '1 / -1',
  },
}));

/** One step of a plan: what it would do, to what, why, and what would change. */
export function PlanStepRow(props: { step: ProvisioningStep }) {
  const { step } = props;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  const words = useRunWords();
  const { Icon, tone } = ACTION_LOOKS[step.action];

  return (
    <li className={classes.row}>
      <Typography className={classes.action} variant="body2" component="div">
        <Icon
          className={classes.icon}
          style={{ color: toneColors(theme, tone).icon }}
          aria-hidden
        />
        {words.step(step)}
      </Typography>
      <div className={classes.text}>
        <Typography variant="subtitle2" component="h4">
          {step.title}
        </Typography>
        <Typography
          className={classes.subtle}
          variant="caption"
          component="div"
        >
          {[
            step.environment &&
              t('provisioning.environment', { name: step.environment }),
            step.reason,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
      </div>
      {step.differences && step.differences.length > 0 && (
        <div className={classes.differences}>
          <DifferencesTable title={step.title} differences={step.differences} />
        </div>
      )}
    </li>
  );
}
