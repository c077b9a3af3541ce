import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import HistoryIcon from '@material-ui/icons/History';
import { monitoringExploreTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  button: {
    // As high as the editor beside it.
    padding: theme.spacing(1),
  },
  expression: {
    display: 'block',
    maxWidth: 560,
    overflow: 'hidden',
    fontFamily: 'monospace',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
}));

/** Props of {@link HistoryMenu}. */
export interface HistoryMenuProps {
  expressions: string[];
  onChoose: (expression: string) => void;
}

/** Expressions that were run before. */
export function HistoryMenu({ expressions, onChoose }: HistoryMenuProps) {
  const { t } = useTranslationRef(monitoringExploreTranslationRef);
  const classes = useStyles();
  const [anchor, setAnchor] = useState<Element>();
  const label = t('explore.history');

  return (
    <>
      <Tooltip title={label}>
        <IconButton
          className={classes.button}
          aria-label={label}
          aria-haspopup="menu"
          aria-expanded={anchor !== undefined}
          onClick={event => setAnchor(event.currentTarget)}
        >
          <HistoryIcon />
        </IconButton>
      </Tooltip>
      <Menu
        open={anchor !== undefined}
        anchorEl={anchor}
        onClose={() => setAnchor(undefined)}
        MenuListProps={{ 'aria-label': label }}
      >
        {expressions.length === 0 && (
          <MenuItem disabled>{t('explore.historyEmpty')}</MenuItem>
        )}
        {expressions.map(expression => (
          <MenuItem
            key={expression}
            className={classes.expression}
            title={expression}
            onClick={() => {
              setAnchor(undefined);
              onChoose(expression);
            }}
          >
            {expression}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
