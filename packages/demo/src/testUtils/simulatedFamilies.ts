import { IncidentTimeline } from '../incidents';
import { Simulation } from '../model';
import { SIMULATION_START } from './simulationStart';

/** What the page of a simulated service declares. */
export interface SimulatedFamily {
  name: string;
  type: string;
  /** The labels of all its series, sorted. */
  labels: string[];
}

/** All families of a service, as it declares them. */
export function simulatedFamilies(service: string): SimulatedFamily[] {
  const { targets } = Simulation.create(
    SIMULATION_START,
    new IncidentTimeline(),
  );
  return targets
    .find(({ name }) => name === service)!
    .families.map(({ name, type, series }) => ({
      name,
      type,
      labels: [
        ...new Set(series.flatMap(({ labels }) => Object.keys(labels))),
      ].sort(),
    }));
}
