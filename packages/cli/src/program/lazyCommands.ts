import { loaded } from '../loaded';
import { CommandLoader } from './Commands';

/** Loads what a command needs when it runs: help is there at once. */
export const lazyCommands: CommandLoader = {
  exportSlos: async () =>
    (await loaded(import('../commands/exportSlos'))).exportSlos,
  reportDashboards: async () =>
    (await loaded(import('../commands/reportDashboards'))).reportDashboards,
  showPlan: async () => (await loaded(import('../commands/showPlan'))).showPlan,
  showStatus: async () =>
    (await loaded(import('../commands/showStatus'))).showStatus,
  validate: async () => (await loaded(import('../commands/validate'))).validate,
  writeRules: async () =>
    (await loaded(import('../commands/writeRules'))).writeRules,
};
