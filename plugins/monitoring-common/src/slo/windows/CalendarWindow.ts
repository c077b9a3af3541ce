import { SloWindow } from '../../annotations/types';

/** An SLO's window of the calendar. */
export type CalendarWindow = Extract<SloWindow, { type: 'calendar' }>;
