import { MonitoringRoutes } from '../../hooks/MonitoringRoutes';
import { ProvisioningPage } from '../ProvisioningPage';
import { RunPage } from '../RunPage';

/**
 * The portal-wide page "Monitoring".
 *
 * @public
 */
export function MonitoringPage() {
  return (
    <MonitoringRoutes
      provisioning={<ProvisioningPage />}
      run={id => <RunPage key={id} id={id} />}
    />
  );
}
