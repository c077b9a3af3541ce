import { MonitoringRoutes } from '../../hooks/MonitoringRoutes';
import { ProvisioningPage } from '../ProvisioningPage';
import { RunPage } from '../RunPage';
import { SloListPage } from '../SloListPage';
import { SloPage } from '../SloPage';
import { MonitoringLayout } from './MonitoringLayout';

/**
 * The portal-wide page "Monitoring".
 *
 * @public
 */
export function MonitoringPage() {
  return (
    <MonitoringRoutes
      slos={
        <MonitoringLayout tab="slos">
          <SloListPage />
        </MonitoringLayout>
      }
      slo={(entityRef, id) => (
        <SloPage key={`${entityRef} ${id}`} entityRef={entityRef} id={id} />
      )}
      provisioning={
        <MonitoringLayout tab="provisioning">
          <ProvisioningPage />
        </MonitoringLayout>
      }
      run={id => <RunPage key={id} id={id} />}
    />
  );
}
