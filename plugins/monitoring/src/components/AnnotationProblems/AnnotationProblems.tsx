import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { AnnotationProblem } from '@sightline/backstage-plugin-monitoring-common';
import { safeUrl } from '../../links';
import { monitoringTranslationRef } from '../../translation';
import { SectionCard } from '../SectionCard';
import { ProblemText } from './ProblemText';

const useStyles = makeStyles(theme => ({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 360px), 1fr))',
    gap: theme.spacing(2.5),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
}));

/** Props of {@link AnnotationProblems}. */
export interface AnnotationProblemsProps {
  problems: AnnotationProblem[];
  /** Where the entity's catalog-info.yaml can be edited. */
  editUrl?: string;
}

/** What could not be understood in the entity's annotations, and how to write it. */
export function AnnotationProblems(props: AnnotationProblemsProps) {
  const { problems } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const editUrl = safeUrl(props.editUrl);

  if (problems.length === 0) {
    return null;
  }
  return (
    <SectionCard
      title={t('problems.title', { count: problems.length })}
      aside={t('problems.subtitle')}
      action={
        editUrl && (
          <LinkButton
            role={undefined}
            to={editUrl}
            variant="outlined"
            color="primary"
          >
            {t('common.openCatalogInfo')}
          </LinkButton>
        )
      }
    >
      <ul className={classes.grid}>
        {problems.map((problem, index) => (
          <li key={index}>
            <ProblemText problem={problem} />
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
