import type { exportSlos } from '../commands/exportSlos';
import type { reportDashboards } from '../commands/reportDashboards';
import type { showPlan } from '../commands/showPlan';
import type { showStatus } from '../commands/showStatus';
import type { validate } from '../commands/validate';
import type { writeRules } from '../commands/writeRules';

/** What the commands of the command line do. */
export interface Commands {
  exportSlos: typeof exportSlos;
  reportDashboards: typeof reportDashboards;
  showPlan: typeof showPlan;
  showStatus: typeof showStatus;
  validate: typeof validate;
  writeRules: typeof writeRules;
}

/** Gives a command when it is about to run. */
export type CommandLoader = {
  [Name in keyof Commands]: () => Promise<Commands[Name]>;
};
