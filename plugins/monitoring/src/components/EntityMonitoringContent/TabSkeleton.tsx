import Card from '@material-ui/core/Card';
import { AlertListSkeleton } from '../AlertList/AlertListSkeleton';
import { HealthHeaderSkeleton } from '../HealthHeader';
import { SloCardSkeleton } from '../SloCard';

/** Keeps the places of the tab while it is not known whether the entity is monitored. */
export function TabSkeleton(props: { entityName: string }) {
  return (
    <>
      <HealthHeaderSkeleton entityName={props.entityName} />
      <Card>
        <AlertListSkeleton />
      </Card>
      <SloCardSkeleton />
    </>
  );
}
