import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Tooltip from '@material-ui/core/Tooltip';
import InfoOutlinedIcon from '@material-ui/icons/InfoOutlined';
import { makeStyles } from '@material-ui/core/styles';
import { DashboardVariable } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../../../translation';
import { visuallyHidden } from '../../visuallyHidden';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    color: theme.palette.textSubtle,
    whiteSpace: 'nowrap',
  },
  hidden: visuallyHidden,
  icon: {
    fontSize: '1rem',
  },
}));

/** Props of {@link VariableLabel}. */
export interface VariableLabelProps {
  id: string;
  definition: DashboardVariable;
}

/** What a variable is called; said, and not shown, where the dashboard hides it. */
export function VariableLabel(props: VariableLabelProps) {
  const { id, definition } = props;
  const { name, label = name, description, hide } = definition;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  return (
    <>
      <span
        id={id}
        className={hide === 'label' ? classes.hidden : classes.root}
      >
        {label}
      </span>
      {description && (
        <Tooltip title={description}>
          <InfoOutlinedIcon
            className={classes.icon}
            titleAccess={t('dashboards.variable.about', {
              name: label,
              description,
            })}
          />
        </Tooltip>
      )}
    </>
  );
}
