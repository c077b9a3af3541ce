export { natsAlerts } from './natsAlerts';
export { natsExpressions } from './natsExpressions';
export { natsPack } from './natsPack';
export { NATS_PANELS } from './natsPanelIds';
export { natsPanels } from './natsPanels';
export { natsSlis } from './natsSlis';
