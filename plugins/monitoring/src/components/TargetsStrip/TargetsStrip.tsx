import { useCallback, useContext } from 'react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import InfoOutlinedIcon from '@material-ui/icons/InfoOutlined';
import { monitoringApiRef } from '../../api';
import { usePolling } from '../../hooks/usePolling';
import { monitoringTargetsTranslationRef } from '../../translation';
import { EnvironmentContext } from '../EnvironmentSelect/EnvironmentContext';
import { lazily } from '../lazily';
import { describeTargets } from './describeTargets';

// Most services are scraped, all of them.
const DownTargets = lazily(() =>
  import('./DownTargets').then(module => module.DownTargets),
);
const NoTargets = lazily(() =>
  import('./NoTargets').then(module => module.NoTargets),
);

/** In milliseconds: as often as most services are scraped. */
const INTERVAL = 30_000;

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    minHeight: 20,
    color: theme.palette.textSubtle,
  },
  icon: {
    fontSize: 16,
  },
}));

/** Props of {@link TargetsStrip}. */
export interface TargetsStripProps {
  entityRef: string;
  entityName: string;
}

/** Whether the entity is scraped: one quiet line while it is. */
export function TargetsStrip({ entityRef, entityName }: TargetsStripProps) {
  const { t } = useTranslationRef(monitoringTargetsTranslationRef);
  const classes = useStyles();
  const api = useApi(monitoringApiRef);
  const environment = useContext(EnvironmentContext);
  const load = useCallback(
    () => api.getTargets(entityRef, { environment }),
    [api, entityRef, environment],
  );
  const { value, error } = usePolling(load, INTERVAL);

  if (!value) {
    // A source that does not answer is named in the header.
    return error ? null : <div className={classes.line} />;
  }
  const summary = describeTargets(value);
  if (summary.kind === 'none') {
    return <NoTargets query={value.query} />;
  }
  if (summary.kind === 'down') {
    return (
      <DownTargets targets={value} summary={summary} entityName={entityName} />
    );
  }
  const isUp = summary.kind === 'all-up';
  const Icon = isUp ? CheckCircleOutlineIcon : InfoOutlinedIcon;
  return (
    <Typography className={classes.line} variant="caption" component="p">
      <Icon className={classes.icon} aria-hidden />
      {isUp
        ? t('targets.allUp', { count: value.up })
        : t('targets.unlabelled', { query: value.query })}
    </Typography>
  );
}
