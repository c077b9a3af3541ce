import { CodeSnippet, Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import Typography from '@material-ui/core/Typography';
import {
  EntityMonitoringResponse,
  EntityNotification,
  monitoringNotificationsTestPermission,
} from '@sightline/backstage-plugin-monitoring-common';
import { useGuide } from '../../hooks/useGuide';
import {
  monitoringProvisioningTranslationRef,
  monitoringTranslationRef,
} from '../../translation';
import { RowList } from '../RowList';
import { SectionCard } from '../SectionCard';
import { ChannelRow } from './ChannelRow';

/** Props of {@link NotificationChannels}. */
export interface NotificationChannelsProps {
  entityRef: string;
  /** Absent when the backend does not say. */
  notifications?: EntityNotification[];
  /** Absent when the backend does not say. */
  test?: EntityMonitoringResponse['notificationTest'];
}

/** Who is told when an alert of the entity fires. */
export function NotificationChannels(props: NotificationChannelsProps) {
  const { entityRef, notifications, test } = props;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const { t: tShared } = useTranslationRef(monitoringTranslationRef);
  const guide = useGuide();
  const { allowed } = usePermission({
    permission: monitoringNotificationsTestPermission,
    resourceRef: entityRef,
  });
  if (!notifications) {
    return null;
  }
  const page = guide('service-teams');
  const title = t('notifications.title');
  const link = page && <Link to={page}>{tShared('common.guide')}</Link>;

  if (notifications.length === 0) {
    return (
      <SectionCard title={title} footer={link}>
        <Typography variant="body2" paragraph>
          {t('notifications.nobody')}
        </Typography>
        <div role="group" aria-label={tShared('onboarding.snippetLabel')}>
          <CodeSnippet
            text="monitoring/notify: <channel>, <channel>[critical]"
            language="text"
            wrapLongLines
            showCopyCodeButton
          />
        </div>
      </SectionCard>
    );
  }
  return (
    <SectionCard
      title={title}
      subtitle={t('notifications.subtitle')}
      footer={link}
      flush
    >
      <RowList label={title}>
        {byChannel(notifications).map(ofOne => (
          <ChannelRow
            key={ofOne[0].channel}
            entityRef={entityRef}
            notifications={ofOne}
            mayTest={allowed}
            noTestReason={
              test?.possible === false
                ? test.reason ?? t('notifications.notPossible')
                : undefined
            }
          />
        ))}
      </RowList>
    </SectionCard>
  );
}

function byChannel(
  notifications: EntityNotification[],
): [EntityNotification, ...EntityNotification[]][] {
  const found = new Map<
    string,
    [EntityNotification, ...EntityNotification[]]
  >();
  for (const one of notifications) {
    const known = found.get(one.channel);
    if (known) {
      known.push(one);
    } else {
      found.set(one.channel, [one]);
    }
  }
  return [...found.values()];
}
