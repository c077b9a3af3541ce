import { useEffect, useRef } from 'react';
import { CopyTextButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ExpandLessIcon from '@material-ui/icons/ExpandLess';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { SloDetailResponse } from '@sightline/backstage-plugin-monitoring-common';
import { useQueriesShown } from '../../hooks/useQueriesShown';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { SectionCard } from '../SectionCard';
import { sourceName } from '../SourceHealthBanner';

const useStyles = makeStyles(theme => ({
  actions: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    margin: theme.spacing(-0.5, 0),
    '& svg': { color: theme.palette.textSubtle },
  },
  list: {
    display: 'grid',
    gap: theme.spacing(2),
    margin: 0,
    padding: theme.spacing(2, 2.5),
    '& dd': { margin: 0 },
  },
  title: {
    color: theme.palette.textSubtle,
    fontWeight: 700,
  },
  query: {
    margin: theme.spacing(0.5, 0, 0),
    padding: theme.spacing(1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.background.default,
    fontSize: 13,
    lineHeight: 1.54,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
}));

/** The PromQL behind the figures, to be tried in Prometheus itself. */
export function QueriesCard(props: { detail: SloDetailResponse }) {
  const { queries, prometheus } = props.detail;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useStyles();
  const { isShown, show, hide } = useQueriesShown();
  const rootRef = useRef<HTMLDivElement>(null);

  // Whoever comes for the queries, from a figure on this page or by a link, is brought to them.
  useEffect(() => {
    if (isShown) {
      rootRef.current?.scrollIntoView?.({ block: 'nearest' });
    }
  }, [isShown]);

  if (queries.length === 0) {
    return null;
  }
  return (
    <div ref={rootRef}>
      <SectionCard
        title={t('sloPage.queries.title')}
        aside={prometheus && sourceName(`prometheus:${prometheus}`)}
        action={
          <div className={classes.actions}>
            <CopyTextButton
              variant="tertiary"
              text={queries
                .map(({ title, expression }) => `# ${title}\n${expression}`)
                .join('\n\n')}
              tooltipText={t('sloPage.queries.copied')}
              aria-label={t('sloPage.queries.copyLabel')}
            />
            <IconButton
              size="small"
              aria-expanded={isShown}
              aria-label={
                isShown ? t('sloPage.queries.hide') : t('sloPage.queries.show')
              }
              onClick={isShown ? hide : show}
            >
              {isShown ? <ExpandLessIcon /> : <ExpandMoreIcon />}
            </IconButton>
          </div>
        }
        flush
      >
        {isShown && (
          <dl className={classes.list}>
            {queries.map(({ title, expression }, index) => (
              <div key={`${title}/${index}`}>
                <Typography
                  className={classes.title}
                  variant="caption"
                  component="dt"
                >
                  {title}
                </Typography>
                <dd>
                  <pre className={classes.query}>{expression}</pre>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </SectionCard>
    </div>
  );
}
