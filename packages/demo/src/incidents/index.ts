export { INCIDENTS, isIncidentName, type IncidentName } from './catalogue';
export { IncidentTimeline, type Incident } from './IncidentTimeline';
