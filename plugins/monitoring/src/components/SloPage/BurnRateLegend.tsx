import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { formatSpan } from '../../format';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { BurnLine } from './burnLines';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    padding: theme.spacing(1, 0, 0),
    listStyle: 'none',
    fontSize: theme.typography.caption.fontSize,
  },
  mark: {
    display: 'inline-block',
    width: 14,
    height: 3,
    marginRight: theme.spacing(0.75),
    borderRadius: 1,
    verticalAlign: 'middle',
  },
}));

/** Which line is of which window. */
export function BurnRateLegend(props: { lines: BurnLine[] }) {
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useStyles();
  return (
    <ul className={classes.root} aria-label={t('sloPage.burnRate.legendLabel')}>
      {props.lines.map(({ pair, color }) => (
        <li key={pair.tier}>
          <span className={classes.mark} style={{ backgroundColor: color }} />
          {t('sloPage.burnRate.legend', { span: formatSpan(pair.longWindow) })}
        </li>
      ))}
    </ul>
  );
}
