import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import { DashboardVariable } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringTranslationRef } from '../../../translation';
import { VariableValues } from '../series';

const ALL = '$__all';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  fixed: {
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
  name: {
    color: theme.palette.textSubtle,
  },
  choice: {
    minWidth: 96,
    '& .MuiInputBase-input': {
      fontSize: theme.typography.body2.fontSize,
    },
  },
}));

/** Props of {@link VariableBar}. */
export interface VariableBarProps {
  definitions: DashboardVariable[];
  values: VariableValues;
  /** Set by the entity's selector; cannot be changed. */
  preset: VariableValues;
  onChange: (name: string, value: string | string[]) => void;
}

/** The variables of a dashboard; those with known choices can be changed. */
export function VariableBar(props: VariableBarProps) {
  const { definitions, values, preset, onChange } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const shown = definitions.filter(
    ({ hide, type, name }) =>
      hide !== 'variable' &&
      type !== 'datasource' &&
      type !== 'constant' &&
      type !== 'adhoc' &&
      values[name] !== undefined,
  );
  if (shown.length === 0) {
    return null;
  }
  return (
    <ul className={classes.root} aria-label={t('dashboards.variables')}>
      {shown.map(definition => {
        const { name, label = name, options, multi } = definition;
        const value = values[name];
        const isFixed = name in preset || options.length === 0;
        const text = [value]
          .flat()
          .map(one => (one === ALL ? t('dashboards.all') : one))
          .join(', ');
        return (
          <li key={name}>
            {isFixed ? (
              <Tooltip
                title={
                  name in preset
                    ? t('dashboards.presetValue', { name: label })
                    : ''
                }
              >
                <span className={classes.fixed}>
                  <span className={classes.name}>{label}</span>
                  {text}
                </span>
              </Tooltip>
            ) : (
              <TextField
                className={classes.choice}
                select
                size="small"
                variant="outlined"
                margin="none"
                id={`monitoring-variable-${name}`}
                label={label}
                value={multi ? [value].flat() : value}
                SelectProps={{ multiple: multi }}
                onChange={event =>
                  onChange(
                    name,
                    event.target.value as unknown as string | string[],
                  )
                }
              >
                {options.map(option => (
                  <MenuItem key={option.value} value={option.value}>
                    {option.value === ALL ? t('dashboards.all') : option.text}
                  </MenuItem>
                ))}
              </TextField>
            )}
          </li>
        );
      })}
    </ul>
  );
}
