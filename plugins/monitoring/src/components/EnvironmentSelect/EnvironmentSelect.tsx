import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MenuItem from '@material-ui/core/MenuItem';
import Select from '@material-ui/core/Select';
import { makeStyles } from '@material-ui/core/styles';
import { monitoringTranslationRef } from '../../translation';
import { ChosenEnvironment } from './useEnvironment';

const useStyles = makeStyles(theme => ({
  root: {
    alignSelf: 'flex-start',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.background.paper,
    fontSize: theme.typography.body2.fontSize,
  },
  select: {
    padding: theme.spacing(0.75, 1.25),
  },
  label: {
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link EnvironmentSelect}. */
export interface EnvironmentSelectProps {
  environment: ChosenEnvironment;
}

/** Chooses the environment that the tab shows, where there is a choice. */
export function EnvironmentSelect({ environment }: EnvironmentSelectProps) {
  const { names, chosen, choose } = environment;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();

  if (chosen === undefined || names.length < 2) {
    return null;
  }
  return (
    <Select
      disableUnderline
      className={classes.root}
      classes={{ root: classes.select }}
      value={chosen}
      onChange={event => choose(event.target.value as string)}
      // The label is part of what is shown, and so of what is announced.
      renderValue={() => (
        <>
          <span className={classes.label}>{t('environment.label')}</span>{' '}
          <strong>{chosen}</strong>
        </>
      )}
      MenuProps={{ MenuListProps: { 'aria-label': t('environment.label') } }}
    >
      {names.map(name => (
        <MenuItem key={name} value={name}>
          {name}
        </MenuItem>
      ))}
    </Select>
  );
}
