import { ReactNode } from 'react';
import { Navigate, Route, Routes, useParams } from 'react-router-dom';

/** Props of {@link MonitoringRoutes}. */
export interface MonitoringRoutesProps {
  provisioning: ReactNode;
  run: (id: string) => ReactNode;
}

/** Which part of the portal-wide page an address means; the page itself is that of provisioning. */
export function MonitoringRoutes(props: MonitoringRoutesProps) {
  return (
    <Routes>
      <Route path="provisioning" element={props.provisioning} />
      <Route
        path="provisioning/runs/:id"
        element={<RunRoute run={props.run} />}
      />
      <Route path="*" element={<Navigate to="provisioning" replace />} />
    </Routes>
  );
}

function RunRoute(props: { run: (id: string) => ReactNode }) {
  const { id = '' } = useParams();
  return <>{props.run(id)}</>;
}
