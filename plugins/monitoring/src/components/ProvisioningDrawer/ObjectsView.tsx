import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  EntityProvisioningResponse,
  ManagedObjectState,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringProvisioningTranslationRef } from '../../translation';
import { EmptyState } from '../EmptyState';
import { groupObjects, ObjectCounts } from '../provisioning';
import { RowList } from '../RowList';
import { ObjectRow } from './ObjectRow';

const useStyles = makeStyles(theme => ({
  counts: {
    padding: theme.spacing(2, 3, 0),
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(2, 2, 0) },
  },
  heading: {
    padding: theme.spacing(2, 3, 0.5),
    fontSize: 12,
    fontWeight: 700,
    textTransform: 'uppercase',
    color: theme.palette.textSubtle,
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(2, 2, 0.5) },
  },
}));

/** Props of {@link ObjectsView}. */
export interface ObjectsViewProps {
  entityRef: string;
  provisioning: EntityProvisioningResponse;
  /** A run was started, of this id. */
  onStarted: (runId: string) => void;
  /** What is shown is not what stands there any more. */
  onOutdated: () => void;
}

/** The objects of an entity by kind, most urgent first. */
export function ObjectsView(props: ObjectsViewProps) {
  const { provisioning, entityRef } = props;
  const { objects } = provisioning;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const classes = useStyles();
  const [selected, setSelected] = useState<ManagedObjectState>();
  const shown = selected
    ? objects.filter(({ state }) => state === selected)
    : objects;

  if (objects.length === 0) {
    return (
      <EmptyState
        state="pending"
        title={t('provisioning.emptyTitle')}
        text={t('provisioning.emptyText')}
      />
    );
  }
  return (
    <>
      <div className={classes.counts}>
        <ObjectCounts
          objects={objects}
          selected={selected}
          onSelect={setSelected}
        />
      </div>
      {shown.length === 0 && (
        <EmptyState
          state="in-sync"
          title={t('provisioning.nothingShown')}
          text=""
          action={
            <Button size="small" onClick={() => setSelected(undefined)}>
              {t('provisioning.showEvery')}
            </Button>
          }
        />
      )}
      {groupObjects(shown).map(group => (
        <section key={group.name}>
          <Typography className={classes.heading} component="h3">
            {t(`provisioning.group.${group.name}`)}
          </Typography>
          <RowList label={t(`provisioning.group.${group.name}`)}>
            {group.objects.map(object => (
              <ObjectRow
                key={object.key}
                entityRef={entityRef}
                object={object}
                provisioning={provisioning}
                onStarted={props.onStarted}
                onOutdated={props.onOutdated}
              />
            ))}
          </RowList>
        </section>
      ))}
    </>
  );
}
