export { prepareHistory, type PreparedHistory } from './prepareHistory';
