import { parseEntityRef } from '@backstage/catalog-model';
import {
  Content,
  Header,
  HeaderLabel,
  LinkButton,
  Page,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { hasStatus } from '../../api/hasStatus';
import { useMonitoringPath } from '../../hooks/useMonitoringPath';
import { useSloDetail } from '../../hooks/useSlo';
import { useSloListPath } from '../../hooks/useSloListPath';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { EmptyState } from '../EmptyState';
import { LoadFailed } from '../LoadFailed';
import { SectionCard } from '../SectionCard';
import { SloPageContent } from './SloPageContent';
import { SloPageSkeleton } from './SloPageSkeleton';

const useStyles = makeStyles({
  link: {
    color: 'inherit',
    textDecoration: 'underline',
  },
});

/** Props of {@link SloPage}. */
export interface SloPageProps {
  /** Canonical ref of the SLO's entity. */
  entityRef: string;
  id: string;
}

/** One SLO: how it stands, how it came to that, and how it is measured. */
export function SloPage(props: SloPageProps) {
  const { entityRef, id } = props;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useStyles();
  const tabOf = useMonitoringPath();
  const listPath = useSloListPath()?.();
  const detail = useSloDetail(entityRef, id);
  const { value, error, refresh } = detail;
  const entity = parseEntityRef(entityRef).name;

  const content = () => {
    if (value) {
      return <SloPageContent detail={value} polled={detail} />;
    }
    if (!error) {
      return <SloPageSkeleton label={t('sloPage.loading')} />;
    }
    return (
      <div>
        <SectionCard title={t('sloPage.what')} flush>
          {hasStatus(error, 404) ? (
            <EmptyState
              state="unknown"
              title={t('sloPage.notFoundTitle')}
              text={t('sloPage.notFoundText', { entity, id })}
              action={
                <LinkButton
                  role={undefined}
                  to={tabOf(entityRef)}
                  size="small"
                  color="primary"
                >
                  {t('sloPage.toService', { entity })}
                </LinkButton>
              }
            />
          ) : (
            <LoadFailed
              error={error}
              what={t('sloPage.what')}
              onRetry={refresh}
            />
          )}
        </SectionCard>
      </div>
    );
  };

  const { owner, system } = value?.status ?? {};
  return (
    <Page themeId="home">
      <Header
        title={t('sloPage.title', { entity, slo: value?.status.title ?? id })}
        type={t('sloPage.type')}
        typeLink={listPath}
      >
        {owner && (
          <HeaderLabel
            label={t('sloPage.owner')}
            value={
              <EntityRefLink
                className={classes.link}
                entityRef={owner}
                defaultKind="group"
              />
            }
          />
        )}
        {system && (
          <HeaderLabel
            label={t('sloPage.system')}
            value={
              <EntityRefLink
                className={classes.link}
                entityRef={system}
                defaultKind="system"
              />
            }
          />
        )}
      </Header>
      <Content>{content()}</Content>
    </Page>
  );
}
