import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import RefreshIcon from '@material-ui/icons/Refresh';
import ReportProblemOutlinedIcon from '@material-ui/icons/ReportProblemOutlined';
import { monitoringTranslationRef } from '../../translation';
import { isForbidden } from './isForbidden';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    padding: theme.spacing(3, 2.5),
    textAlign: 'center',
  },
  icon: {
    fontSize: 32,
    color: theme.palette.textSubtle,
  },
  text: {
    maxWidth: 480,
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link LoadFailed}. */
export interface LoadFailedProps {
  error: Error;
  /** What could not be loaded, a noun: `Alerts`. */
  what: string;
  onRetry: () => void;
}

/** Says that something could not be loaded, what still works and what to do. */
export function LoadFailed(props: LoadFailedProps) {
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const forbidden = isForbidden(props.error);
  const Icon = forbidden ? LockOutlinedIcon : ReportProblemOutlinedIcon;

  return (
    <div className={classes.root} role="alert">
      <Icon className={classes.icon} aria-hidden />
      <Typography variant="subtitle1" component="p">
        {forbidden
          ? t('loadFailed.forbiddenTitle')
          : t('loadFailed.title', { what: props.what })}
      </Typography>
      <Typography variant="body2" className={classes.text}>
        {forbidden ? t('loadFailed.forbiddenHelp') : t('loadFailed.help')}
      </Typography>
      {!forbidden && (
        <Button
          size="small"
          startIcon={<RefreshIcon />}
          onClick={props.onRetry}
        >
          {t('common.tryAgain')}
        </Button>
      )}
    </div>
  );
}
