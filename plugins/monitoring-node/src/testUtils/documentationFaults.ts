import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { MonitoringPack, PackContext } from '../packs';

const RUNBOOK_HEADINGS = [
  '## What it means',
  '## What to look at first',
  '## How to stop it',
];

/**
 * Says what the documentation of a pack lacks: a page `packs/<id>.md` that names its SLIs and links
 * to its alerts' runbooks, and a page `runbooks/<alert>.md` for each, with what it means, what to
 * look at first and how to stop it.
 *
 * @param folder - holds `packs` and `runbooks`
 * @returns one sentence per fault; empty when all is there
 * @public
 */
export function documentationFaults(
  pack: MonitoringPack,
  context: PackContext,
  folder: string,
): string[] {
  const read = (page: string) => {
    const file = path.join(folder, page);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  const lacks = (page: string, ...wanted: string[]) => {
    const text = read(page);
    return wanted
      .filter(part => !text.includes(part))
      .map(part => `${page} lacks ${part}`);
  };
  const alerts = pack
    .alerts(context)
    .map(({ name, runbook }) => ({ name, runbook: runbook ?? name }));
  return [
    ...lacks(
      `packs/${pack.id}.md`,
      ...alerts.map(({ runbook }) => `../runbooks/${runbook}.md`),
      ...pack.slis(context).map(({ id }) => `\`${id}\``),
    ),
    ...alerts.flatMap(({ name, runbook }) =>
      lacks(`runbooks/${runbook}.md`, `# ${name}`, ...RUNBOOK_HEADINGS),
    ),
  ];
}
