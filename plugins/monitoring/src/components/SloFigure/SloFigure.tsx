import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import {
  SloQuery,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';
import { QUERIES_SHOWN } from '../../hooks/useQueriesShown';
import { useSloPath } from '../../hooks/useSloPath';
import { monitoringSlosTranslationRef } from '../../translation';
import { SloQueries } from './useSloQueries';

const useStyles = makeStyles(theme => ({
  link: {
    color: 'inherit',
    fontWeight: 'inherit',
    '&:hover, &:focus-visible': {
      textDecoration: 'underline dotted',
      textUnderlineOffset: '4px',
    },
  },
  tip: {
    maxWidth: 480,
    // Opaque: a query is read letter by letter.
    backgroundColor: theme.palette.grey[800],
    color: theme.palette.common.white,
    padding: theme.spacing(1.5),
    fontSize: theme.typography.caption.fontSize,
    lineHeight: 1.5,
  },
  arrow: {
    color: theme.palette.grey[800],
  },
  query: {
    margin: theme.spacing(0.5, 0, 0),
    fontSize: 'inherit',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
}));

/** Props of {@link SloFigure}. */
export interface SloFigureProps {
  slo: SloStatus;
  /** As it is written for people. */
  text: string;
  /** The figure in full; absent where there is none. */
  exact?: number;
  /** Which of the SLO's queries makes it. */
  figure: NonNullable<SloQuery['figure']>;
  /** For a burn rate: the window that it is over, in seconds. */
  window?: number;
  /** What else a reader must know of it. */
  caveat?: string;
  queries: SloQueries;
}

/**
 * A figure that tells its exact value and its query on hover and focus, and leads to all
 * queries.
 */
export function SloFigure(props: SloFigureProps) {
  const { slo, text, exact, figure, window, caveat, queries } = props;
  const { t } = useTranslationRef(monitoringSlosTranslationRef);
  const classes = useStyles();
  const pathOf = useSloPath();
  const queryOf = (wanted: typeof figure) =>
    queries.queries?.find(
      one => one.figure === wanted && one.window === window,
    );
  // The budget is arithmetic on the SLI, where it has no query of its own.
  const query =
    queryOf(figure) ?? (figure === 'budget' ? queryOf('sli') : undefined);

  return (
    <Tooltip
      arrow
      interactive
      classes={{ tooltip: classes.tip, arrow: classes.arrow }}
      onOpen={queries.load}
      title={
        <>
          {exact !== undefined && (
            <div>{t('slo.exactly', { value: String(exact) })}</div>
          )}
          {caveat && <div>{caveat}</div>}
          {query && (
            <>
              <div>{query.title}</div>
              <pre className={classes.query}>{query.expression}</pre>
            </>
          )}
          {!queries.queries && !queries.failed && (
            <div>{t('slo.queryLoading')}</div>
          )}
          {queries.failed && <div>{t('slo.queryFailed')}</div>}
          {queries.queries && !query && <div>{t('slo.queryInList')}</div>}
        </>
      }
    >
      <Link className={classes.link} to={pathOf(slo, QUERIES_SHOWN)}>
        {text}
      </Link>
    </Tooltip>
  );
}
