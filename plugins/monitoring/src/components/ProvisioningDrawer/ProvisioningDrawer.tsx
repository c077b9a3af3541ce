import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import {
  monitoringProvisioningTranslationRef,
  monitoringTranslationRef,
} from '../../translation';
import { DrawerContent } from './DrawerContent';

const useStyles = makeStyles(theme => ({
  paper: {
    width: 928,
    maxWidth: '100%',
    [theme.breakpoints.down('xs')]: { width: '100%' },
  },
  header: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(2, 1.5, 1, 3),
    [theme.breakpoints.down('xs')]: { paddingLeft: theme.spacing(2) },
  },
  title: {
    flex: 1,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
}));

const TITLE_ID = 'monitoring-provisioning-title';

/** Props of {@link ProvisioningDrawer}. */
export interface ProvisioningDrawerProps {
  entityRef: string;
  entityName: string;
  onClose: () => void;
  /** Something was written, decided or paused. */
  onChanged: () => void;
}

/** Everything about what is provisioned for an entity, beside its page. */
export function ProvisioningDrawer(props: ProvisioningDrawerProps) {
  const { entityRef, entityName, onClose, onChanged } = props;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const { t: tShared } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();

  return (
    <Drawer
      open
      anchor="right"
      onClose={onClose}
      PaperProps={{
        className: classes.paper,
        role: 'dialog',
        'aria-modal': true,
        'aria-labelledby': TITLE_ID,
      }}
    >
      <div className={classes.header}>
        <Typography
          id={TITLE_ID}
          className={classes.title}
          variant="h6"
          component="h2"
        >
          {t('provisioning.drawerTitle', { entity: entityName })}
        </Typography>
        <IconButton
          size="small"
          aria-label={tShared('common.close')}
          onClick={onClose}
        >
          <CloseIcon />
        </IconButton>
      </div>
      <DrawerContent
        entityRef={entityRef}
        entityName={entityName}
        onChanged={onChanged}
      />
    </Drawer>
  );
}
