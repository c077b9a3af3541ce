import { useId, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Card from '@material-ui/core/Card';
import Divider from '@material-ui/core/Divider';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { EntityTargetsResponse } from '@sightline/backstage-plugin-monitoring-common';
import { formatDuration } from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { toneColors } from '../../theme/toneColors';
import { monitoringTargetsTranslationRef } from '../../translation';
import { STATE_LOOKS } from '../StateLabel';
import { TargetsSummary } from './describeTargets';
import { TargetTable } from './TargetTable';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    padding: theme.spacing(1.5, 2.5),
  },
  text: {
    flex: '1 1 240px',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
}));

/** Props of {@link DownTargets}. */
export interface DownTargetsProps {
  targets: EntityTargetsResponse;
  summary: Extract<TargetsSummary, { kind: 'down' }>;
  entityName: string;
}

/** How many instances are down, since when and why, and all of them on demand. */
export function DownTargets({
  targets,
  summary,
  entityName,
}: DownTargetsProps) {
  const { t } = useTranslationRef(monitoringTargetsTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  const format = useTimeFormat();
  const [isOpen, setOpen] = useState(false);
  const tableId = useId();
  const { up, down } = targets;
  const { lastUpAt, error } = summary;
  const { Icon, tone } = STATE_LOOKS[up === 0 ? 'failed' : 'warning'];

  const since = lastUpAt
    ? t('targets.downFor', {
        count: down,
        duration: formatDuration((format.now - Date.parse(lastUpAt)) / 1000),
      })
    : t('targets.downLong', { count: down });
  const sentence = `${t('targets.someUp', {
    count: up + down,
    up: String(up),
  })} · ${since}`;

  return (
    <Card component="section" aria-label={t('targets.title')}>
      <div className={classes.row}>
        <Icon style={{ color: toneColors(theme, tone).icon }} aria-hidden />
        <Typography variant="body2" className={classes.text}>
          {error ? `${sentence}: ${error}` : sentence}
        </Typography>
        <Button
          size="small"
          color="primary"
          aria-expanded={isOpen}
          aria-controls={isOpen ? tableId : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'targets.hide' : 'targets.show')}
        </Button>
      </div>
      {isOpen && (
        <div id={tableId}>
          <Divider />
          <TargetTable targets={targets} entityName={entityName} />
        </div>
      )}
    </Card>
  );
}
