import { makeStyles } from '@material-ui/core/styles';
import { formatBudget, formatBudgetMinutes } from '../../format';
import { Tone } from '../../theme/toneColors';
import { BudgetBar } from '../BudgetBar';
import { useListTableStyles } from './useListTableStyles';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '56px 72px 1fr',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  minutes: {
    whiteSpace: 'nowrap',
    color: theme.palette.textSubtle,
    fontSize: theme.typography.caption.fontSize,
  },
}));

/** Props of {@link BudgetFigure}. */
export interface BudgetFigureProps {
  budgetRemaining: number;
  /** The same in minutes of full outage. */
  minutes?: number;
  tone: Tone;
  /** Not of now. */
  isOld?: boolean;
}

/** Budget left as a bar, in percent and in minutes, each below that of the row above. */
export function BudgetFigure(props: BudgetFigureProps) {
  const { budgetRemaining, minutes, tone, isOld } = props;
  const classes = useStyles();
  const table = useListTableStyles();
  return (
    <div className={classes.root}>
      <BudgetBar small budgetRemaining={budgetRemaining} tone={tone} />
      <span
        className={`${table.strong} ${isOld ? table.subtle : ''}`}
        title={String(budgetRemaining)}
      >
        {formatBudget(budgetRemaining)}
      </span>
      {minutes !== undefined && (
        <span className={classes.minutes}>{formatBudgetMinutes(minutes)}</span>
      )}
    </div>
  );
}
