import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ManagedObject } from '@sightline/backstage-plugin-monitoring-common';
import { formatTime } from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { safeUrl } from '../../links';
import { monitoringTranslationRef } from '../../translation';
import { StateLabel } from '../StateLabel';
import { DifferencesTable } from './DifferencesTable';

const useStyles = makeStyles(theme => ({
  row: {
    padding: theme.spacing(1.5, 2.5),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
  state: {
    flex: '0 0 112px',
  },
  title: {
    flex: '1 1 160px',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  subtle: {
    color: theme.palette.textSubtle,
  },
  reason: {
    marginTop: theme.spacing(0.5),
    marginBottom: theme.spacing(0.5),
  },
}));

/** One provisioned object: what it is, how it stands, and what to do about it. */
export function ObjectRow(props: { object: ManagedObject }) {
  const { object } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const format = useTimeFormat();
  const url = safeUrl(object.url);
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
  const reason = object.reason ?? help();

  return (
    <li className={classes.row}>
      <div className={classes.line}>
        <span className={classes.state}>
          <StateLabel state={object.state} />
        </span>
        <Typography className={classes.title} variant="body2" component="div">
          <strong>{t(`provisioning.kind.${object.kind}`)}</strong>{' '}
          {url ? <Link to={url}>{object.title}</Link> : object.title}
        </Typography>
        <Typography
          className={classes.subtle}
          variant="caption"
          component="span"
        >
          {object.lastAppliedAt &&
            t('provisioning.lastApplied', {
              time: formatTime(object.lastAppliedAt, format),
            })}
        </Typography>
      </div>
      {reason && (
        <Typography className={classes.reason} variant="body2">
          {reason}
        </Typography>
      )}
      {object.differences && object.differences.length > 0 && (
        <DifferencesTable
          title={object.title}
          differences={object.differences}
        />
      )}
    </li>
  );
}
