import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import prettier from 'prettier';

const TEMPLATES = join(import.meta.dirname, 'templates');

/** Template → where it goes, below the root. */
function places({ id, camel, Pascal }, folder) {
  return {
    'Pack.ts.txt': `${folder}/${camel}Pack.ts`,
    'Expressions.ts.txt': `${folder}/${camel}Expressions.ts`,
    'Dashboard.ts.txt': `${folder}/${camel}Dashboard.ts`,
    'Alerts.ts.txt': `${folder}/${camel}Alerts.ts`,
    'Slis.ts.txt': `${folder}/${camel}Slis.ts`,
    'Pack.test.ts.txt': `${folder}/${camel}Pack.test.ts`,
    'index.ts.txt': `${folder}/index.ts`,
    'pack.md.txt': `docs/packs/${id}.md`,
    'failureRate.md.txt': `docs/runbooks/High${Pascal}FailureRate.md`,
    'metricsMissing.md.txt': `docs/runbooks/${Pascal}MetricsMissing.md`,
  };
}

function fill(text, names) {
  return text.replace(
    /__(id|camel|Pascal|snake|CONSTANT|Title)__/g,
    (_all, name) => names[name],
  );
}

/** Text as the project formats a file of that name. */
export async function formatAs(file, text, root) {
  const options = await prettier.resolveConfig(join(root, 'package.json'));
  return prettier.format(text, { ...options, filepath: file });
}

/**
 * The files of a new pack that works: a dashboard, two alerts, an SLI, their tests and pages.
 *
 * @param names - of `packNames`
 * @param folder - of its code, below the root
 * @returns path below the root → text
 */
export async function packFiles(names, folder, root) {
  const files = {};
  for (const [template, file] of Object.entries(places(names, folder))) {
    const text = readFileSync(join(TEMPLATES, template), 'utf8');
    files[file] = await formatAs(file, fill(text, names), root);
  }
  return files;
}
