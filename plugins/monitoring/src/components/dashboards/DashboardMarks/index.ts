export { MarksBar } from './MarksBar';
export { useDashboardMarks } from './useDashboardMarks';
export type { DashboardMarks } from './useDashboardMarks';
