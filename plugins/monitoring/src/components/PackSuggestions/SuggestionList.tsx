import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { PackSuggestion } from '@sightline/backstage-plugin-monitoring-common';
import { useGuide } from '../../hooks/useGuide';
import { monitoringTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  subtle: {
    color: theme.palette.textSubtle,
    overflowWrap: 'anywhere',
  },
}));

/** Packs, and what was found that speaks for each of them. */
export function SuggestionList(props: { items: PackSuggestion[] }) {
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const guide = useGuide();
  return (
    <ul className={classes.list}>
      {props.items.map(({ pack, title, description, because }) => {
        const page = guide(`packs/${pack}`);
        return (
          <li key={pack}>
            <Typography variant="subtitle2" component="h3">
              {page ? <Link to={page}>{title}</Link> : title}
            </Typography>
            <Typography className={classes.subtle} variant="body2">
              {description}
            </Typography>
            <Typography className={classes.subtle} variant="caption">
              {t('suggestions.found', { what: because.join(', ') })}
            </Typography>
          </li>
        );
      })}
    </ul>
  );
}
