import { MonitoringPack, PackContext } from '../packs';
import { packExpressions } from './packExpressions';
import { RecordedPrometheus } from './RecordedPrometheus';

/**
 * Says which expressions of a pack find nothing on recorded pages, or are refused. Alerts on what
 * is absent must find nothing, and are left out.
 *
 * @param except - places (as the answer names them) that rightly find nothing on these pages; one
 *   that finds something is a fault as well
 * @returns `where: expression` for each; empty when all find something
 * @public
 */
export async function expressionsWithoutData(
  prometheus: RecordedPrometheus,
  pack: MonitoringPack,
  context: PackContext,
  except: string[] = [],
): Promise<string[]> {
  const faults: string[] = [];
  const used = new Set<string>();
  for (const { where, expression } of packExpressions(pack, context)) {
    if (/^absent\(/.test(expression)) {
      continue;
    }
    const samples = await prometheus.query(expression);
    const exempt = except.includes(where);
    if (exempt) {
      used.add(where);
    }
    if (samples.length === 0 && !exempt) {
      faults.push(`${where}: ${expression}`);
    } else if (samples.length > 0 && exempt) {
      faults.push(`${where} finds something and should not be an exception`);
    }
  }
  const unused = except.filter(where => !used.has(where));
  return [
    ...faults,
    ...unused.map(where => `${where} is an exception that does not exist`),
  ];
}
