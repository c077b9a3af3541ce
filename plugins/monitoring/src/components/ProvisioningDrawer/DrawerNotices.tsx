import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import InfoOutlinedIcon from '@material-ui/icons/InfoOutlined';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import { EntityProvisioningResponse } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringProvisioningTranslationRef } from '../../translation';
import { Banner } from '../Banner';
import { PausedBanner } from '../provisioning';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(2, 3, 0),
    '&:empty': { display: 'none' },
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(2, 2, 0) },
  },
}));

/** Props of {@link DrawerNotices}. */
export interface DrawerNoticesProps {
  entityRef: string;
  provisioning: EntityProvisioningResponse;
  onChanged: () => void;
}

/** Why nothing is written, or why the reader cannot change anything. */
export function DrawerNotices(props: DrawerNoticesProps) {
  const { entityRef, onChanged } = props;
  const { paused, mode, mayProvision } = props.provisioning;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const classes = useStyles();
  const isOwnPause = paused?.scope === 'entity';

  return (
    <div className={classes.root}>
      {paused && (
        <PausedBanner
          pause={paused}
          entityRef={isOwnPause ? entityRef : undefined}
          // The pause of everything is ended where everything is seen.
          mayResume={isOwnPause && mayProvision}
          onDone={onChanged}
        />
      )}
      {mode === 'plan' && (
        <Banner Icon={InfoOutlinedIcon} tone="neutral">
          {t('provisioning.planMode')}
        </Banner>
      )}
      {!mayProvision && (
        <Banner Icon={LockOutlinedIcon} tone="neutral">
          {t('provisioning.mayNot')}
        </Banner>
      )}
    </div>
  );
}
