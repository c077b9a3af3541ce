export { PieChartPanel } from './PieChartPanel';
