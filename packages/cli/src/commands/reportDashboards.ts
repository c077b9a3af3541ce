import {
  DashboardReport,
  reportDashboard,
  totalOf,
} from '../dashboards/DashboardReport';
import { expandDirectory } from '../dashboards/expandDirectory';
import { formatCounts, formatReport } from '../dashboards/formatReport';
import { readDashboards } from '../dashboards/readDashboards';
import { describeError } from '../describeError';
import { ExitCode, exitCodes } from '../exitCodes';
import { count } from '../problems/countProblems';
import { Terminal } from '../Terminal';
import { UsageError } from '../UsageError';

/** Options of `sightline dashboards report`. */
export interface ReportOptions {
  json?: boolean;
}

/**
 * `sightline dashboards report`: says what would be drawn of dashboards, and why not all. A file
 * that cannot be read keeps no other from being looked at.
 */
export async function reportDashboards(
  files: string[],
  options: ReportOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const reports: DashboardReport[] = [];
  const errors: string[] = [];
  for (const file of await expandAll(files, terminal)) {
    try {
      const name = file === '-' ? '<stdin>' : file;
      for (const json of await readDashboards(file, terminal)) {
        reports.push(reportDashboard(name, json));
      }
    } catch (error) {
      if (!(error instanceof UsageError)) {
        throw error;
      }
      errors.push(describeError(error));
    }
  }
  const total = totalOf(reports);
  if (options.json) {
    const result = { dashboards: reports, total, errors };
    terminal.out(`${JSON.stringify(result, undefined, 2)}\n`);
  } else if (reports.length > 0) {
    terminal.out(reports.map(formatReport).join('\n'));
    terminal.out(
      `\n${count(reports.length, 'dashboard')}, ${formatCounts(total)}\n`,
    );
  }
  for (const error of errors) {
    terminal.err(`${error}\n`);
  }
  if (errors.length > 0) {
    return reports.length > 0 ? exitCodes.problems : exitCodes.usage;
  }
  return exitCodes.fine;
}

async function expandAll(
  files: string[],
  { directory }: Terminal,
): Promise<string[]> {
  const expanded = await Promise.all(
    files.map(async file => {
      const found =
        file === '-' ? [file] : await expandDirectory(file, directory);
      // A directory without dashboards is told as what cannot be read.
      return found.length > 0 ? found : [file];
    }),
  );
  return expanded.flat();
}
