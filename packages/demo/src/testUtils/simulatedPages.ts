import { IncidentTimeline } from '../incidents';
import { Simulation } from '../model';
import { samplesOf } from './samplesOf';
import { SIMULATION_START } from './simulationStart';

/** What services show on a good day, at two moments that are a minute apart. */
export function simulatedPages(services: readonly string[]): string[] {
  const simulation = Simulation.create(
    SIMULATION_START,
    new IncidentTimeline(),
  );
  return [4, 5].map(minute => {
    simulation.advance(SIMULATION_START + 60 * minute);
    return services
      .flatMap(service => [...samplesOf(simulation, service)])
      .map(([series, value]) => `${series} ${value}\n`)
      .join('');
  });
}
