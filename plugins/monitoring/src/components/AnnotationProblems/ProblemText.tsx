import { CopyTextButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { AnnotationProblem } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringTranslationRef } from '../../translation';
import { StateLabel } from '../StateLabel';
import { splitAtFault } from './splitAtFault';

const useStyles = makeStyles(theme => ({
  heading: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    marginBottom: theme.spacing(0.5),
  },
  key: {
    fontFamily: 'monospace',
    fontWeight: 700,
    overflowWrap: 'anywhere',
  },
  code: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    margin: theme.spacing(1, 0),
    padding: theme.spacing(1, 1.5),
    minHeight: 48,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    backgroundColor: alpha(theme.palette.text.primary, 0.04),
    fontFamily: 'monospace',
    fontSize: 13,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  fault: {
    color: 'inherit',
    backgroundColor: alpha(theme.palette.status.error, 0.12),
    borderBottom: `2px solid ${theme.palette.status.error}`,
  },
  works: {
    color: theme.palette.textSubtle,
  },
}));

/** One fault in an annotation: where, why, and a value that works. */
export function ProblemText(props: { problem: AnnotationProblem }) {
  const { problem } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const text = splitAtFault(problem);

  return (
    <div>
      <div className={classes.heading}>
        <Typography className={classes.key} variant="body2" component="h3">
          {problem.annotation}
        </Typography>
        <StateLabel
          state={problem.severity === 'error' ? 'invalid' : 'warning'}
        />
      </div>
      <Typography variant="body2">
        {problem.position && (
          <>
            {t('problems.position', {
              position: String(problem.position.offset + 1),
            })}{' '}
          </>
        )}
        <strong>{problem.message}</strong>
      </Typography>
      {text && (
        <div
          className={classes.code}
          role="group"
          aria-label={t('problems.faultAt', { annotation: problem.annotation })}
        >
          <span>
            {text.before}
            <mark className={classes.fault}>{text.fault}</mark>
            {text.after}
          </span>
        </div>
      )}
      {problem.example && (
        <>
          <Typography className={classes.works} variant="caption">
            {t('problems.works')}
          </Typography>
          <div className={classes.code}>
            <span>{problem.example}</span>
            <CopyTextButton
              text={problem.example}
              tooltipText={t('problems.copied')}
              aria-label={t('problems.copy')}
            />
          </div>
        </>
      )}
    </div>
  );
}
