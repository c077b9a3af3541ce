import { ReactNode } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import GetAppIcon from '@material-ui/icons/GetApp';
import OpenInNewIcon from '@material-ui/icons/OpenInNew';
import { SloDetailResponse } from '@sightline/backstage-plugin-monitoring-common';
import { safeUrl } from '../../links';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { SectionCard } from '../SectionCard';
import { useDefinitionWords } from './useDefinitionWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(1.5),
  },
  sentence: {
    fontSize: theme.typography.body1.fontSize,
    lineHeight: 1.5,
  },
  subtle: {
    color: theme.palette.textSubtle,
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(80px, auto) minmax(0, 1fr)',
    gap: theme.spacing(0.75, 1.5),
    margin: 0,
    fontSize: theme.typography.body2.fontSize,
    lineHeight: 1.43,
    '& dt': { color: theme.palette.textSubtle },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  download: {
    marginLeft: 'auto',
  },
}));

/** What the SLO promises, in plain words, and where it is written. */
export function DefinitionCard(props: { detail: SloDetailResponse }) {
  const { detail } = props;
  const { status, openSlo } = detail;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useStyles();
  const words = useDefinitionWords(detail);
  const editUrl = safeUrl(detail.editUrl);
  const { name } = parseEntityRef(status.entityRef);

  const fact = (label: string, value: ReactNode) =>
    value ? (
      <>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </>
    ) : null;

  return (
    <SectionCard
      title={t('sloPage.definition.title')}
      footer={
        (editUrl || openSlo) && (
          <>
            {editUrl && (
              <LinkButton
                role={undefined}
                to={editUrl}
                size="small"
                color="primary"
                endIcon={<OpenInNewIcon />}
              >
                {t('sloPage.definition.edit')}
              </LinkButton>
            )}
            {openSlo && (
              <Button
                component="a"
                className={classes.download}
                size="small"
                color="primary"
                startIcon={<GetAppIcon />}
                aria-label={t('sloPage.definition.openSloLabel')}
                download={`${name}-${status.id}.openslo.yaml`}
                href={`data:application/yaml;charset=utf-8,${encodeURIComponent(
                  openSlo,
                )}`}
              >
                {t('sloPage.definition.openSlo')}
              </Button>
            )}
          </>
        )
      }
    >
      <div className={classes.root}>
        {words.sentence && (
          <Typography className={classes.sentence}>{words.sentence}</Typography>
        )}
        {status.description && (
          <Typography className={classes.subtle} variant="body2">
            {status.description}
          </Typography>
        )}
        <dl className={classes.facts}>
          {fact(t('sloPage.definition.budget'), words.budget)}
          {fact(t('sloPage.definition.window'), words.window)}
          {fact(
            t('sloPage.definition.from'),
            status.sliId && <code>{status.sliId}</code>,
          )}
          {fact(t('sloPage.definition.environment'), status.environment)}
          {fact(t('sloPage.definition.alerts'), words.alerts)}
          {fact(t('sloPage.definition.coverage'), words.coverage)}
        </dl>
      </div>
    </SectionCard>
  );
}
