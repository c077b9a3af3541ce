import { VariableValues } from '@sightline/backstage-plugin-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormHelperText from '@material-ui/core/FormHelperText';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import { monitoringTranslationRef } from '../../../translation';
import { visuallyHidden } from '../visuallyHidden';
import { ChoosableVariable } from './useVariableChoices';
import { ALL_VALUES, choiceOf } from './variableValues';

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
  error: {
    maxWidth: 320,
    margin: theme.spacing(0.5, 1.25, 0),
    overflowWrap: 'anywhere',
  },
  hidden: visuallyHidden,
  choice: {
    minWidth: 120,
    maxWidth: 320,
    // A long label would wrap onto the value; as an aside of the field it gives it its width.
    '& .MuiInputLabel-root': {
      whiteSpace: 'nowrap',
    },
    '& legend': {
      maxWidth: '100%',
    },
    '& .MuiInputBase-input': {
      fontSize: theme.typography.body2.fontSize,
    },
  },
}));

/** Props of {@link VariableBar}. */
export interface VariableBarProps {
  definitions: ChoosableVariable[];
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
        const { name, label = name, options, multi, error } = definition;
        const value = values[name];
        const chosen = [value].flat();
        const write = (one: string) =>
          one === ALL_VALUES ? t('dashboards.all') : one;
        const text = chosen.map(write).join(', ');
        // What is chosen can be kept, even if nothing has that value now.
        const listed = [
          ...options,
          ...chosen
            .filter(one => !options.some(option => option.value === one))
            .map(one => ({ text: one, value: one })),
        ];
        if (name in preset || options.length === 0) {
          const note =
            name in preset
              ? t('dashboards.presetValue', { name: label })
              : definition.isLoading && t('common.loading');
          return (
            <li key={name}>
              <Tooltip title={note || ''}>
                <span className={classes.fixed}>
                  <span className={classes.name}>{label}</span>
                  {text}
                  {note && <span className={classes.hidden}>{note}</span>}
                </span>
              </Tooltip>
              {error && !(name in preset) && (
                <FormHelperText className={classes.error}>
                  {error}
                </FormHelperText>
              )}
            </li>
          );
        }
        return (
          <li key={name}>
            <TextField
              className={classes.choice}
              select
              size="small"
              variant="outlined"
              margin="none"
              id={`monitoring-variable-${name}`}
              label={label}
              value={multi ? chosen : value}
              helperText={error}
              SelectProps={{ multiple: multi, renderValue: () => text }}
              onChange={event => {
                const next = event.target.value as unknown as string | string[];
                onChange(
                  name,
                  Array.isArray(next)
                    ? choiceOf(definition, chosen, next)
                    : next,
                );
              }}
            >
              {listed.map(option => (
                <MenuItem key={option.value} value={option.value}>
                  {option.value === ALL_VALUES
                    ? t('dashboards.all')
                    : option.text}
                </MenuItem>
              ))}
            </TextField>
          </li>
        );
      })}
    </ul>
  );
}
