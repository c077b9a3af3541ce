import { useState } from 'react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import CircularProgress from '@material-ui/core/CircularProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityNotification } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../../api';
import { monitoringProvisioningTranslationRef } from '../../translation';
import { CHANNEL_ICONS } from './channelLook';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(1.5, 2.5),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  icon: {
    color: theme.palette.textSubtle,
  },
  text: {
    flex: '1 1 200px',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  subtle: {
    color: theme.palette.textSubtle,
  },
  reason: {
    flex: '1 1 200px',
    color: theme.palette.textSubtle,
    overflowWrap: 'anywhere',
  },
  result: {
    flexBasis: '100%',
  },
}));

/** What became of a test. */
type Test =
  | { state: 'none' | 'sending' }
  | { state: 'sent' | 'failed'; message: string };

/** Props of {@link ChannelRow}. */
export interface ChannelRowProps {
  entityRef: string;
  /** All that say something about one channel. */
  notifications: [EntityNotification, ...EntityNotification[]];
  mayTest: boolean;
  /** For people: why no test can be sent here; absent when one can. */
  noTestReason?: string;
}

/** One channel: what it is told, and a way to try it. */
export function ChannelRow(props: ChannelRowProps) {
  const { entityRef, notifications, mayTest, noTestReason } = props;
  const [{ channel, type, from }] = notifications;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const classes = useStyles();
  const api = useApi(monitoringApiRef);
  const [test, setTest] = useState<Test>({ state: 'none' });
  const Icon = CHANNEL_ICONS[type];
  const severities = notifications.flatMap(({ severity }) => severity ?? []);
  const isAll = notifications.some(({ severity }) => severity === undefined);

  const send = async () => {
    setTest({ state: 'sending' });
    try {
      const { message } = await api.sendTestNotification(entityRef, channel);
      setTest({ state: 'sent', message });
    } catch (error) {
      setTest({ state: 'failed', message: (error as Error).message });
    }
  };

  return (
    <li className={classes.row}>
      <Icon className={classes.icon} aria-hidden />
      <div className={classes.text}>
        <Typography variant="subtitle2" component="h3">
          {channel}
        </Typography>
        <Typography className={classes.subtle} variant="body2">
          {[
            t(`notifications.type.${type}`),
            isAll
              ? t('notifications.everything')
              : t('notifications.only', {
                  severities: severities
                    .map(one => t(`notifications.severity.${one}`))
                    .join(', '),
                }),
            from === 'default' && t('notifications.byDefault'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
      </div>
      {mayTest && noTestReason && (
        <Typography className={classes.reason} variant="body2">
          {noTestReason}
        </Typography>
      )}
      {mayTest && !noTestReason && (
        <Button
          size="small"
          variant="outlined"
          disabled={test.state === 'sending'}
          startIcon={
            test.state === 'sending' ? (
              <CircularProgress size={14} aria-hidden />
            ) : undefined
          }
          aria-label={
            test.state === 'sending'
              ? t('notifications.sendingTo', { channel })
              : t('notifications.testOf', { channel })
          }
          onClick={send}
        >
          {test.state === 'sending'
            ? t('notifications.sending')
            : t('notifications.test')}
        </Button>
      )}
      <div className={classes.result} role="status">
        {test.state === 'sent' && (
          <Typography variant="body2">{test.message}</Typography>
        )}
        {test.state === 'failed' && (
          <Typography variant="body2">
            {t('notifications.failed', { reason: test.message })}
          </Typography>
        )}
      </div>
    </li>
  );
}
