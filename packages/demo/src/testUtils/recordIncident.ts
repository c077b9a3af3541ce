import { IncidentName, IncidentTimeline } from '../incidents';
import { Simulation } from '../model';
import { samplesOf } from './samplesOf';
import { SIMULATION_START } from './simulationStart';

/** One sample a minute of a service, in promtool's notation. */
export function recordIncident(
  incident: IncidentName,
  service: string,
  { calm, lasts, until }: { calm: number; lasts: number; until: number },
): Record<string, string> {
  const incidents = new IncidentTimeline([
    {
      name: incident,
      start: SIMULATION_START + 60 * calm,
      end: SIMULATION_START + 60 * (calm + lasts),
    },
  ]);
  const simulation = Simulation.create(SIMULATION_START, incidents);
  const series = new Map<string, number[]>();
  for (let minute = 0; minute <= until; minute += 1) {
    simulation.advance(SIMULATION_START + 60 * minute);
    for (const [name, value] of samplesOf(simulation, service)) {
      series.set(name, [...(series.get(name) ?? []), value]);
    }
  }
  return Object.fromEntries(
    [...series].map(([name, values]) => [name, values.join(' ')]),
  );
}
