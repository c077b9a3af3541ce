import { useState } from 'react';
import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import OpenInNewIcon from '@material-ui/icons/OpenInNew';
import {
  EntityProvisioningResponse,
  ManagedObject,
} from '@sightline/backstage-plugin-monitoring-common';
import { formatTime, formatTimeOrDay } from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { safeUrl } from '../../links';
import { monitoringProvisioningTranslationRef } from '../../translation';
import { StateLabel } from '../StateLabel';
import { ObjectDecision } from './ObjectDecision';
import { ObjectReason } from './ObjectReason';
import { RetryButton } from './RetryButton';

const useStyles = makeStyles(theme => ({
  row: {
    borderBottom: `1px solid ${theme.palette.divider}`,
    padding: theme.spacing(1, 3),
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(1.5, 2) },
  },
  open: {
    backgroundColor: theme.palette.action.hover,
  },
  line: {
    display: 'grid',
    gridTemplateColumns: '112px minmax(0, 1fr) 136px minmax(96px, auto)',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    minHeight: 36,
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr) auto',
    },
  },
  state: {
    justifySelf: 'start',
  },
  text: {
    minWidth: 0,
    overflowWrap: 'anywhere',
    [theme.breakpoints.down('xs')]: { gridColumn: '1 / -1', gridRow: 2 },
  },
  when: {
    textAlign: 'right',
    whiteSpace: 'nowrap',
    color: theme.palette.textSubtle,
    fontVariantNumeric: 'tabular-nums',
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: theme.spacing(0.5),
    '&:empty': { display: 'none' },
    [theme.breakpoints.down('xs')]: {
      gridColumn: '1 / -1',
      justifyContent: 'flex-start',
      marginLeft: theme.spacing(-0.5),
    },
  },
}));

/** Props of {@link ObjectRow}. */
export interface ObjectRowProps {
  /** Absent when the object belongs to none. */
  entityRef?: string;
  object: ManagedObject;
  provisioning: Pick<
    EntityProvisioningResponse,
    'onDrift' | 'mayProvision' | 'paused'
  >;
  /** In which target it stands, where that is not plain. */
  place?: string;
  /** Level of the heading. */
  level?: 3 | 4;
  onStarted: (runId: string) => void;
  onOutdated: () => void;
}

/** One provisioned object: how it stands, why, since when, and what can be done about it. */
export function ObjectRow(props: ObjectRowProps) {
  const { object, provisioning } = props;
  const { title } = object;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const classes = useStyles();
  const format = useTimeFormat();
  const url = safeUrl(object.url);
  const hasDiff = object.theirs !== undefined || hasDifferences(object);
  const [isOpen, setOpen] = useState(hasDiff && !object.decided);
  const isShown = hasDiff && isOpen;

  return (
    <li className={`${classes.row} ${isShown ? classes.open : ''}`}>
      <div className={classes.line}>
        <div className={classes.state}>
          <StateLabel state={object.state} />
        </div>
        <div className={classes.text}>
          <ObjectReason
            object={object}
            isWhole={props.entityRef === undefined}
            place={props.place}
            level={props.level}
          />
        </div>
        <Typography
          className={classes.when}
          variant="body2"
          title={
            object.lastAppliedAt && formatTime(object.lastAppliedAt, format)
          }
        >
          {object.lastAppliedAt
            ? t('provisioning.applied', {
                time: formatTimeOrDay(object.lastAppliedAt, format),
              })
            : t('provisioning.neverApplied')}
        </Typography>
        <div className={classes.actions}>
          {hasDiff && (
            <Button
              size="small"
              color="primary"
              aria-expanded={isShown}
              aria-label={
                isShown
                  ? t('provisioning.hideDiffOf', { title })
                  : t('provisioning.showDiffOf', { title })
              }
              onClick={() => setOpen(open => !open)}
            >
              {isShown
                ? t('provisioning.hideDiff')
                : t('provisioning.showDiff')}
            </Button>
          )}
          {object.state === 'failed' &&
            provisioning.mayProvision &&
            !provisioning.paused && (
              <RetryButton
                entityRef={props.entityRef}
                title={title}
                onStarted={props.onStarted}
              />
            )}
          {url && (
            <LinkButton
              role={undefined}
              to={url}
              size="small"
              color="primary"
              endIcon={<OpenInNewIcon />}
              aria-label={t('provisioning.openOf', { title })}
            >
              {t('provisioning.openIn')}
            </LinkButton>
          )}
        </div>
      </div>
      {isShown && (
        <ObjectDecision
          entityRef={props.entityRef}
          object={object}
          onDrift={provisioning.onDrift}
          mayProvision={provisioning.mayProvision}
          onStarted={props.onStarted}
          onOutdated={props.onOutdated}
        />
      )}
    </li>
  );
}

function hasDifferences(object: ManagedObject): boolean {
  return (object.differences?.length ?? 0) > 0;
}
