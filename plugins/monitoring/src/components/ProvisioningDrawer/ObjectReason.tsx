import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ManagedObject } from '@sightline/backstage-plugin-monitoring-common';
import { formatTime } from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringProvisioningTranslationRef } from '../../translation';
import { refName } from '../ServiceLink';

const useStyles = makeStyles(theme => ({
  detail: {
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link ObjectReason}. */
export interface ObjectReasonProps {
  object: ManagedObject;
  /** Shared rules as a whole, not what one service has in them. */
  isWhole?: boolean;
  /** In which target it stands, where that is not plain. */
  place?: string;
  /** Level of the heading; 4 by default. */
  level?: 3 | 4;
}

/** What an object is, and why it stands as it does. */
export function ObjectReason(props: ObjectReasonProps) {
  const { object, isWhole, place, level = 4 } = props;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const classes = useStyles();
  const format = useTimeFormat();
  const help = () => {
    switch (object.state) {
      case 'drifted':
        return t('provisioning.driftedHelp');
      case 'conflict':
        return t('provisioning.conflictHelp');
      default:
        return undefined;
    }
  };
  const kind = t(`provisioning.kind.${object.kind}`);
  const isPlain =
    object.kind === 'dashboard' ||
    object.kind === 'alert-rule-group' ||
    object.title.includes(kind);
  const details = [
    object.environment &&
      t('provisioning.environment', { name: object.environment }),
    object.shared &&
      t(isWhole ? 'provisioning.sharedBy' : 'provisioning.shared', {
        count: object.shared.services,
      }),
    place && t('provisioning.place', { target: place }),
    // What a person decided is said below, with a name and a time.
    object.decided?.decision === 'keep-theirs'
      ? help()
      : object.reason ?? help(),
    object.retry &&
      t('provisioning.retryAt', {
        count: object.retry.failures,
        time: formatTime(object.retry.at, format),
      }),
    object.decided &&
      t(`provisioning.decided.${object.decided.decision}`, {
        by: refName(object.decided.by),
        time: formatTime(object.decided.at, format),
      }),
  ].filter(Boolean);

  return (
    <>
      <Typography variant="subtitle2" component={`h${level}`}>
        {isPlain ? '' : `${kind} `}
        {object.title}
      </Typography>
      {details.map((detail, index) => (
        <Typography
          key={index}
          className={classes.detail}
          variant="caption"
          component="div"
        >
          {detail}
        </Typography>
      ))}
    </>
  );
}
