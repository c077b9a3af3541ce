import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import GetAppIcon from '@material-ui/icons/GetApp';
import { SloListQuery } from '@sightline/backstage-plugin-monitoring-common';
import { formatNumber } from '../../format';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { useSloDownload } from './useSloDownload';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  progress: {
    color: theme.palette.textSubtle,
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** Takes all SLOs that match along as a file, and says how far it is. */
export function DownloadButton(props: { query?: SloListQuery }) {
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useStyles();
  const { run, isBusy, error, progress } = useSloDownload(props.query);
  const message = () => {
    if (progress) {
      return t('sloList.downloadProgress', {
        done: formatNumber(progress.done, 0),
        total: formatNumber(progress.total, 0),
      });
    }
    return error && t('sloList.downloadFailed', { reason: error.message });
  };

  return (
    <span className={classes.root}>
      <Typography
        className={classes.progress}
        variant="caption"
        role="status"
        aria-label={t('sloList.downloadLabel')}
      >
        {message()}
      </Typography>
      <Tooltip title={t('sloList.download')}>
        <span>
          <IconButton
            size="small"
            aria-label={t('sloList.download')}
            disabled={isBusy || !props.query}
            onClick={() => run()}
          >
            <GetAppIcon />
          </IconButton>
        </span>
      </Tooltip>
    </span>
  );
}
