import { useState } from 'react';
import { CodeSnippet, Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityMonitoringResponse } from '@sightline/backstage-plugin-monitoring-common';
import { safeUrl } from '../../links';
import { monitoringTranslationRef } from '../../translation';
import { SectionCard } from '../SectionCard';
import { PackChoice } from './PackChoice';
import { onboardingSnippet } from './snippet';

const useStyles = makeStyles(theme => ({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    gap: theme.spacing(3),
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  help: {
    marginTop: theme.spacing(1.5),
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link OnboardingCard}. */
export interface OnboardingCardProps {
  entity: EntityMonitoringResponse;
  /** Where the entity's catalog-info.yaml can be edited. */
  editUrl?: string;
}

/** Not monitored yet: which packs there are, and the exact lines to paste. */
export function OnboardingCard(props: OnboardingCardProps) {
  const { spec, availablePacks } = props.entity;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const [chosen, setChosen] = useState(() =>
    availablePacks.slice(0, 1).map(pack => pack.id),
  );
  const editUrl = safeUrl(props.editUrl);

  return (
    <div className={classes.grid}>
      <PackChoice packs={availablePacks} chosen={chosen} onChange={setChosen} />
      <SectionCard
        title={t('onboarding.pasteTitle')}
        footer={
          editUrl && <Link to={editUrl}>{t('common.openCatalogInfo')}</Link>
        }
      >
        {chosen.length > 0 ? (
          <div role="group" aria-label={t('onboarding.snippetLabel')}>
            <CodeSnippet
              text={onboardingSnippet(spec.name, chosen)}
              // The colours of YAML highlighting miss the contrast of AA.
              language="text"
              wrapLongLines
              showCopyCodeButton
            />
          </div>
        ) : (
          <Typography variant="body2">{t('onboarding.chooseOne')}</Typography>
        )}
        <Typography className={classes.help} variant="body2">
          {t('onboarding.pasteHelp')} {t('onboarding.sloHelp')}
        </Typography>
      </SectionCard>
    </div>
  );
}
