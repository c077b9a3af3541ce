export type { SimulatedTarget } from './SimulatedTarget';
export { Simulation, type SimulationState } from './Simulation';
