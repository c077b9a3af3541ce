import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { SloStatus } from '@sightline/backstage-plugin-monitoring-common';
import { formatBudget, formatBudgetMinutes } from '../../format';
import { useSloPath } from '../../hooks/useSloPath';
import { BudgetBar } from '../BudgetBar';
import { sloTone } from '../SloCard/sloFigures';
import { StateLabel } from '../StateLabel';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(1, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
    fontSize: theme.typography.body2.fontSize,
    lineHeight: 1.43,
  },
  state: {
    flex: '0 0 104px',
  },
  name: {
    flex: '1 1 140px',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  figures: {
    display: 'flex',
    flex: '2 1 236px',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'right',
  },
  bar: {
    flex: 1,
  },
  budget: {
    flex: '0 0 60px',
    fontWeight: 500,
  },
  minutes: {
    flex: '0 0 80px',
    color: theme.palette.textSubtle,
    fontSize: theme.typography.caption.fontSize,
  },
}));

/** Props of {@link SloRow}. */
export interface SloRowProps {
  slo: SloStatus;
  /** Names the entity too, where SLOs of several stand together. */
  showEntity?: boolean;
}

/** An SLO on one line: state, name, budget left. Leads to its page. */
export function SloRow(props: SloRowProps) {
  const { slo, showEntity } = props;
  const classes = useStyles();
  const pathOf = useSloPath();

  return (
    <li className={classes.row}>
      <span className={classes.state}>
        <StateLabel state={slo.state} plain />
      </span>
      <span className={classes.name}>
        <Link to={pathOf(slo)}>
          {showEntity && <strong>{parseEntityRef(slo.entityRef).name} </strong>}
          {slo.title}
        </Link>
      </span>
      <span className={classes.figures}>
        <span className={classes.bar}>
          <BudgetBar
            small
            budgetRemaining={slo.budgetRemaining}
            tone={sloTone(slo.state)}
          />
        </span>
        <span className={classes.budget}>
          {formatBudget(slo.budgetRemaining)}
        </span>
        <span className={classes.minutes}>
          {formatBudgetMinutes(slo.budgetRemainingMinutes)}
        </span>
      </span>
    </li>
  );
}
