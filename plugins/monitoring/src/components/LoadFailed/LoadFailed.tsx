import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import RefreshIcon from '@material-ui/icons/Refresh';
import ReportProblemOutlinedIcon from '@material-ui/icons/ReportProblemOutlined';
import { monitoringTranslationRef } from '../../translation';
import { CenteredMessage } from '../CenteredMessage';
import { isForbidden } from './isForbidden';

/** Props of {@link LoadFailed}. */
export interface LoadFailedProps {
  error: Error;
  /** What could not be loaded, a noun: `Alerts`. */
  what: string;
  onRetry: () => void;
  /** Why, in the backend's words; absent when nobody is helped by them. */
  reason?: string;
  /** What is said when a permission is missing; absent means that for the entity's monitoring. */
  forbidden?: { title: string; text: string };
}

/** Says that something could not be loaded, what still works and what to do. */
export function LoadFailed(props: LoadFailedProps) {
  const { t } = useTranslationRef(monitoringTranslationRef);
  if (isForbidden(props.error)) {
    return (
      <CenteredMessage
        role="alert"
        Icon={LockOutlinedIcon}
        title={props.forbidden?.title ?? t('loadFailed.forbiddenTitle')}
        text={props.forbidden?.text ?? t('loadFailed.forbiddenHelp')}
      />
    );
  }
  return (
    <CenteredMessage
      role="alert"
      Icon={ReportProblemOutlinedIcon}
      title={t('loadFailed.title', { what: props.what })}
      text={[props.reason, t('loadFailed.help')].filter(Boolean).join(' ')}
      action={
        <Button
          size="small"
          startIcon={<RefreshIcon />}
          onClick={props.onRetry}
        >
          {t('common.tryAgain')}
        </Button>
      }
    />
  );
}
