import { useState } from 'react';
import { CodeSnippet, Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  EntityMonitoringResponse,
  PackSuggestion,
} from '@sightline/backstage-plugin-monitoring-common';
import { useGuide } from '../../hooks/useGuide';
import { safeUrl } from '../../links';
import { monitoringTranslationRef } from '../../translation';
import { useSuggestions } from '../PackSuggestions';
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
  entityRef: string;
  entity: EntityMonitoringResponse;
  /** Where the entity's catalog-info.yaml can be edited. */
  editUrl?: string;
}

/** Not monitored yet: which packs there are, and the exact lines to paste. */
export function OnboardingCard(props: OnboardingCardProps) {
  const { spec, availablePacks } = props.entity;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const guide = useGuide();
  const suggestions = useSuggestions(props.entityRef);
  const suggested = suggestions.value?.items ?? [];
  const [own, setOwn] = useState<string[]>();
  const packs = suggestedFirst(availablePacks, suggested);
  // What was found is the best first choice; a person's own goes before.
  const chosen =
    own ??
    (suggested.length > 0
      ? suggested.map(({ pack }) => pack)
      : packs.slice(0, 1).map(pack => pack.id));
  const editUrl = safeUrl(props.editUrl);
  const page = guide('service-teams');

  return (
    <div className={classes.grid}>
      <PackChoice
        packs={packs}
        chosen={chosen}
        suggestions={suggestions}
        onChange={setOwn}
      />
      <SectionCard
        title={t('onboarding.pasteTitle')}
        footer={
          (editUrl || page) && (
            <>
              {editUrl && (
                <Link to={editUrl}>{t('common.openCatalogInfo')}</Link>
              )}
              {page && <Link to={page}>{t('common.guide')}</Link>}
            </>
          )
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

function suggestedFirst<T extends { id: string }>(
  packs: T[],
  suggested: PackSuggestion[],
): T[] {
  const isSuggested = ({ id }: T) => suggested.some(({ pack }) => pack === id);
  return [
    ...packs.filter(isSuggested),
    ...packs.filter(pack => !isSuggested(pack)),
  ];
}
