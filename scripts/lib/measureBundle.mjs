import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/**
 * What every Backstage portal has loaded before an entity page is shown. Of the icons these are only
 * those that Backstage's own components draw, see {@link iconsOfBackstage}: each is a module of its
 * own, and whoever draws another one brings it.
 */
const LOADED_BY_BACKSTAGE = [
  'react',
  'react/*',
  'react-dom',
  'react-dom/*',
  'react-router-dom',
  '@backstage/*',
  '@material-ui/core',
  '@material-ui/core/*',
  '@material-ui/lab',
  '@material-ui/lab/*',
];

const COMPONENTS = 'plugins/monitoring/src/components';
const TAB = `${COMPONENTS}/EntityMonitoringContent`;
const DASHBOARD = `${COMPONENTS}/dashboards/DashboardsSection/LoadedDashboard`;

/** Beside cards of SLOs, what a typical tab draws at first. */
const TYPICAL_PANELS = ['TimeSeriesPanel', 'StatPanel', 'TablePanel'].map(
  name => `${COMPONENTS}/dashboards/${name}`,
);

/**
 * Builds the content of the entity page and weighs it. What is imported dynamically weighs nothing
 * where it is imported: it is loaded when it is drawn, and listed by itself.
 *
 * @param {string} root the checkout
 * @returns figures in bytes after gzip: `initial` is what the tab loads at once, `withDashboard`
 *   that and what shows a dashboard, `typical` that and the usual panels, `panels` what each of
 *   these brings that the others do not, and `lazily` what each module that is loaded later brings
 *   beyond `typical`
 */
export async function measureBundle(root) {
  const page = [TAB, DASHBOARD];
  const external = [...LOADED_BY_BACKSTAGE, ...iconsOfBackstage(root)];
  const weigh = modules => weighModules(modules, { root, external });
  const typical = await weigh([...page, ...TYPICAL_PANELS]);
  const initial = await weigh([TAB]);
  const withDashboard = await weigh(page);
  const panels = [];
  for (const panel of TYPICAL_PANELS) {
    const others = TYPICAL_PANELS.filter(one => one !== panel);
    const { bytes } = await weigh([...page, ...others]);
    panels.push({ module: moduleName(panel), bytes: typical.bytes - bytes });
  }
  const lazily = [];
  for (const module of typical.later) {
    const { bytes } = await weigh([...page, ...TYPICAL_PANELS, module]);
    lazily.push({ module: moduleName(module), bytes: bytes - typical.bytes });
  }
  return {
    initial: initial.bytes,
    withDashboard: withDashboard.bytes,
    typical: typical.bytes,
    panels,
    lazily: lazily.sort((a, b) => b.bytes - a.bytes),
  };
}

/** Some modules with all that they need at once, and which modules they load later. */
async function weighModules(modules, { root, external }) {
  const later = new Set();
  const counted = new Set();
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents: modules.map(path => `export * from './${path}';`).join('\n'),
      resolveDir: root,
    },
    outdir: root,
    write: false,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    treeShaking: true,
    external,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    plugins: [
      {
        name: 'leave what is loaded later',
        setup({ onResolve, resolve, onLoad }) {
          onLoad({ filter: /\.[jt]sx?$/ }, ({ path }) => {
            counted.add(path);
            return undefined;
          });
          onResolve({ filter: /.*/ }, async ({ path, kind, ...from }) => {
            if (kind !== 'dynamic-import') {
              return undefined;
            }
            const found = await resolve(path, {
              kind: 'import-statement',
              importer: from.importer,
              resolveDir: from.resolveDir,
            });
            later.add(found.path);
            return { path, external: true };
          });
        },
      },
    ],
  });
  return {
    bytes: outputFiles.reduce(
      (sum, { contents }) => sum + gzipSync(contents).length,
      0,
    ),
    later: [...later]
      .filter(path => !counted.has(path))
      .map(path => path.slice(root.length + 1)),
  };
}

/** Icons that are part of the components that each page of a portal is made of. */
function iconsOfBackstage(root) {
  const requireFrom = createRequire(join(root, 'package.json'));
  const main = requireFrom.resolve('@backstage/core-components');
  const names = new Set();
  for (const file of readdirSync(dirname(main), { recursive: true })) {
    if (/\.js$/.test(file)) {
      const code = readFileSync(join(dirname(main), file), 'utf8');
      for (const [icon] of code.matchAll(/@material-ui\/icons\/\w+/g)) {
        names.add(icon);
      }
    }
  }
  return [...names];
}

/** `…/TimeSeriesPanel/index.ts` is `TimeSeriesPanel`. */
function moduleName(path) {
  return path
    .replace(/\/index\.tsx?$/, '')
    .replace(/\.tsx?$/, '')
    .split('/')
    .pop();
}
