import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/**
 * What every Backstage portal has loaded before an entity page is shown. The icons are not among
 * them: each is a module of its own, and whoever draws one brings it.
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

/**
 * Builds the content of the entity page as a browser loads it, in pieces, and weighs them.
 *
 * @param {string} root the checkout
 * @returns figures in bytes after gzip: `initial` is what the tab loads at once, `withDashboard`
 *   that and what shows a dashboard, `lazily` what each module that is loaded later, such as a kind
 *   of panel, brings beyond these
 */
export async function measureBundle(root) {
  const entry = 'plugins/monitoring/src/components/EntityMonitoringContent';
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(entry, 'index.ts')],
    outdir: join(root, 'dist'),
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    treeShaking: true,
    external: LOADED_BY_BACKSTAGE,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  const sizes = new Map(
    outputFiles.map(file => [file.path, gzipSync(file.contents).length]),
  );
  const outputs = new Map(Object.entries(metafile.outputs));
  const sizeOf = path => sizes.get(join(root, path)) ?? 0;
  const sum = paths => [...paths].reduce((all, path) => all + sizeOf(path), 0);

  const [entryPath] = [...outputs].find(([, { entryPoint }]) =>
    entryPoint?.startsWith(entry),
  );
  const initial = loadedWith(outputs, entryPath);
  const later = [...outputs].filter(
    ([path, { entryPoint }]) => entryPoint && !initial.has(path),
  );
  const [dashboardPath] = later.find(
    ([, { entryPoint }]) => moduleName(entryPoint) === 'LoadedDashboard',
  );
  const withDashboard = loadedWith(outputs, dashboardPath, new Set(initial));
  const lazily = later
    .filter(([path]) => !withDashboard.has(path))
    .map(([path, { entryPoint }]) => ({
      module: moduleName(entryPoint),
      bytes: sum(
        [...loadedWith(outputs, path)].filter(one => !withDashboard.has(one)),
      ),
    }))
    .sort((a, b) => b.bytes - a.bytes);
  return { initial: sum(initial), withDashboard: sum(withDashboard), lazily };
}

/** The file and all that it needs at once. */
function loadedWith(outputs, path, found = new Set()) {
  if (!found.has(path)) {
    found.add(path);
    for (const { path: next, kind, external } of outputs.get(path).imports) {
      if (kind === 'import-statement' && !external) {
        loadedWith(outputs, next, found);
      }
    }
  }
  return found;
}

/** `…/TimeSeriesPanel/index.ts` is `TimeSeriesPanel`. */
function moduleName(path) {
  return path
    .replace(/\/index\.tsx?$/, '')
    .replace(/\.tsx?$/, '')
    .split('/')
    .pop();
}
