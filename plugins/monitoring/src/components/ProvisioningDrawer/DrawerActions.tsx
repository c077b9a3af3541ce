import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ArrowBackIcon from '@material-ui/icons/ArrowBack';
import PlayArrowIcon from '@material-ui/icons/PlayArrow';
import { EntityProvisioningResponse } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringProvisioningTranslationRef } from '../../translation';
import { PauseButton } from '../provisioning';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0, 3, 1.5),
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(0, 2, 1.5) },
  },
  text: {
    flex: '1 1 120px',
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link DrawerActions}. */
export interface DrawerActionsProps {
  entityRef: string;
  entityName: string;
  provisioning: EntityProvisioningResponse;
  isPreview: boolean;
  onPreview: (isPreview: boolean) => void;
  onChanged: () => void;
}

/** What can be done about all objects. The only primary action changes nothing. */
export function DrawerActions(props: DrawerActionsProps) {
  const { provisioning, isPreview, onPreview } = props;
  const { objects, mayProvision, paused } = provisioning;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const classes = useStyles();

  return (
    <div className={classes.root}>
      <Typography className={classes.text} variant="body2">
        {t('provisioning.objects', { count: objects.length })}
      </Typography>
      {mayProvision && !paused && (
        <PauseButton
          entityRef={props.entityRef}
          entityName={props.entityName}
          onDone={props.onChanged}
        />
      )}
      {mayProvision &&
        (isPreview ? (
          <Button
            variant="outlined"
            startIcon={<ArrowBackIcon />}
            onClick={() => onPreview(false)}
          >
            {t('provisioning.previewBack')}
          </Button>
        ) : (
          <Button
            variant="contained"
            color="primary"
            startIcon={<PlayArrowIcon />}
            onClick={() => onPreview(true)}
          >
            {t('provisioning.preview')}
          </Button>
        ))}
    </div>
  );
}
