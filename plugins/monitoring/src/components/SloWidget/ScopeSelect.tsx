import { ChangeEvent } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MenuItem from '@material-ui/core/MenuItem';
import Select from '@material-ui/core/Select';
import { makeStyles } from '@material-ui/core/styles';
import { monitoringTranslationRef } from '../../translation';
import { WidgetScope } from './widgetSettings';

const useStyles = makeStyles(theme => ({
  select: {
    fontSize: theme.typography.body2.fontSize,
  },
}));

/** Props of {@link ScopeSelect}. */
export interface ScopeSelectProps {
  scope: WidgetScope;
  onChange: (scope: WidgetScope) => void;
}

/** Chooses between the user's own services and all. */
export function ScopeSelect(props: ScopeSelectProps) {
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const onChange = (event: ChangeEvent<{ value: unknown }>) =>
    props.onChange(event.target.value === 'all' ? 'all' : 'mine');

  return (
    <Select
      value={props.scope}
      onChange={onChange}
      className={classes.select}
      disableUnderline
      SelectDisplayProps={{ 'aria-label': t('widget.scopeLabel') }}
    >
      <MenuItem value="mine">{t('widget.mine')}</MenuItem>
      <MenuItem value="all">{t('widget.all')}</MenuItem>
    </Select>
  );
}
