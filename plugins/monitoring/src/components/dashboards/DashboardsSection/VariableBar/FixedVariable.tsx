import { useId } from 'react';
import Tooltip from '@material-ui/core/Tooltip';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import { makeStyles } from '@material-ui/core/styles';
import { DashboardVariable } from '@sightline/backstage-plugin-monitoring-common';
import { visuallyHidden } from '../../visuallyHidden';
import { VariableLabel } from './VariableLabel';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    minHeight: 32,
    padding: theme.spacing(0, 1.25),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    fontSize: theme.typography.body2.fontSize,
    overflowWrap: 'anywhere',
  },
  hidden: visuallyHidden,
  icon: {
    fontSize: '1rem',
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link FixedVariable}. */
export interface FixedVariableProps {
  definition: DashboardVariable;
  text: string;
  /** Why it cannot be chosen. */
  note?: string;
}

/** A variable that has a value and no choice. */
export function FixedVariable(props: FixedVariableProps) {
  const { definition, text, note } = props;
  const classes = useStyles();
  const id = useId();
  return (
    <Tooltip title={note ?? ''}>
      <span className={classes.root}>
        <VariableLabel id={id} definition={definition} />
        {text}
        {note && (
          <>
            <LockOutlinedIcon className={classes.icon} aria-hidden />
            <span className={classes.hidden}>{note}</span>
          </>
        )}
      </span>
    </Tooltip>
  );
}
