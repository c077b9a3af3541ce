import { ReactNode } from 'react';
import {
  Content,
  Header,
  HeaderTabs,
  Link,
  Page,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { formatNumber } from '../../format';
import { useProvisioningPath } from '../../hooks/useProvisioningPath';
import { useSloListPath } from '../../hooks/useSloListPath';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { useTabCounts } from './useTabCounts';

const useStyles = makeStyles(theme => ({
  stack: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(3),
  },
  label: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  count: {
    padding: theme.spacing(0.5, 1.25),
    borderRadius: 12,
    backgroundColor: theme.palette.action.selected,
    color: theme.palette.text.primary,
    fontVariantNumeric: 'tabular-nums',
    letterSpacing: 0,
    lineHeight: 1.2,
  },
}));

/** The tabs of the portal-wide page, from left to right. */
export const MONITORING_TABS = ['slos', 'provisioning'] as const;

/** One of the tabs of the portal-wide page. */
export type MonitoringTab = (typeof MONITORING_TABS)[number];

/** Props of {@link MonitoringLayout}. */
export interface MonitoringLayoutProps {
  tab: MonitoringTab;
  children: ReactNode;
}

/** Head and tabs that the parts of the portal-wide page share. */
export function MonitoringLayout(props: MonitoringLayoutProps) {
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useStyles();
  const counts = useTabCounts();
  const listPath = useSloListPath();
  const provisioningPaths = useProvisioningPath();
  const paths: Record<MonitoringTab, string> = {
    slos: listPath?.() ?? '../slos',
    provisioning: provisioningPaths?.overview ?? '../provisioning',
  };

  return (
    <Page themeId="home">
      <Header
        title={t('monitoringPage.title')}
        subtitle={t('monitoringPage.subtitle')}
      />
      <HeaderTabs
        selectedIndex={MONITORING_TABS.indexOf(props.tab)}
        tabs={MONITORING_TABS.map(id => ({
          id,
          label: t(`monitoringPage.tabs.${id}`),
          tabProps: {
            component: Link,
            to: paths[id],
            label: (
              <span className={classes.label}>
                {t(`monitoringPage.tabs.${id}`)}{' '}
                {counts[id] !== undefined && (
                  <span className={classes.count}>
                    {formatNumber(counts[id], 0)}
                  </span>
                )}
              </span>
            ),
          },
        }))}
      />
      <Content>
        <div className={classes.stack}>{props.children}</div>
      </Content>
    </Page>
  );
}
