import { ReactNode } from 'react';
import { Navigate, Route, Routes, useParams } from 'react-router-dom';
import { stringifyEntityRef } from '@backstage/catalog-model';

/** Props of {@link MonitoringRoutes}. */
export interface MonitoringRoutesProps {
  slos: ReactNode;
  slo: (entityRef: string, id: string) => ReactNode;
  provisioning: ReactNode;
  run: (id: string) => ReactNode;
}

/** Which part of the portal-wide page an address means; the page itself is that of the SLOs. */
export function MonitoringRoutes(props: MonitoringRoutesProps) {
  return (
    <Routes>
      <Route path="slos" element={props.slos} />
      <Route
        path="slos/:kind/:namespace/:name/:id"
        element={<SloRoute slo={props.slo} />}
      />
      <Route path="provisioning" element={props.provisioning} />
      <Route
        path="provisioning/runs/:id"
        element={<RunRoute run={props.run} />}
      />
      <Route path="*" element={<Navigate to="slos" replace />} />
    </Routes>
  );
}

function SloRoute(props: Pick<MonitoringRoutesProps, 'slo'>) {
  const { kind = '', namespace = '', name = '', id = '' } = useParams();
  return <>{props.slo(stringifyEntityRef({ kind, namespace, name }), id)}</>;
}

function RunRoute(props: Pick<MonitoringRoutesProps, 'run'>) {
  const { id = '' } = useParams();
  return <>{props.run(id)}</>;
}
