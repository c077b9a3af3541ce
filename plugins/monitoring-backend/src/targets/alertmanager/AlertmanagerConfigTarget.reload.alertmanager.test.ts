import {
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { base, channels, desired, write } from './__testUtils__/builders';
import { TestAlertmanager } from './__testUtils__/TestAlertmanager';
import { AlertmanagerConfigTarget } from './AlertmanagerConfigTarget';

const SINK = 'http://127.0.0.1:9';

describe('AlertmanagerConfigTarget, whose file a real Alertmanager refuses', () => {
  let folder: string;
  let file: string;
  let alertmanager: TestAlertmanager;
  let good: string;

  const create = (more: object = {}, send?: typeof fetch) =>
    AlertmanagerConfigTarget.fromConfig(
      {
        base: path.join(folder, 'base.yml'),
        file,
        reloadUrl: alertmanager && `${alertmanager.url}/-/reload`,
        auth: { method: 'none' },
        version: [0, 25],
        ...more,
      },
      channels(SINK),
      { fetch: send },
    );
  const wrong = (send?: typeof fetch) =>
    create({ base: path.join(folder, 'wrong.yml') }, send);
  const writeWrong = async (target: AlertmanagerConfigTarget) => {
    const [actual] = await target.list();
    await target.write(desired(), actual);
  };
  const down = async () => {
    throw new TypeError('fetch failed');
  };
  const left = async () =>
    (await readdir(folder)).filter(name => name.startsWith('.'));

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sightline-alertmanager-'));
    file = path.join(folder, 'alertmanager.yml');
    await writeFile(path.join(folder, 'base.yml'), base(SINK));
    await writeFile(
      path.join(folder, 'wrong.yml'),
      `${base(SINK)}\nnonsense: 1\n`,
    );
    await write(create());
    good = await readFile(file, 'utf8');
    alertmanager = await TestAlertmanager.start(file);
  });

  beforeEach(async () => {
    await writeFile(file, good);
    await create().commit({});
  });

  afterAll(async () => {
    await alertmanager?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('puts back what was there before', async () => {
    const target = wrong();
    await writeWrong(target);
    await expect(target.commit({})).rejects.toThrow(
      /could not load .* What was there before is back/,
    );
    expect(await readFile(file, 'utf8')).toBe(good);
    expect(await target.isUncommitted()).toBe(false);
    expect(await left()).toEqual([]);
  });

  it('does so too when Alertmanager was down at first, and the backend was killed in the meantime', async () => {
    const before = wrong(down);
    await writeWrong(before);
    await expect(before.commit({})).rejects.toThrow(/Alertmanager/);
    await expect(before.commit({})).rejects.toThrow(/Alertmanager/);
    expect(await before.isUncommitted()).toBe(true);

    await expect(wrong().commit({})).rejects.toThrow(/is back/);
    expect(await readFile(file, 'utf8')).toBe(good);
    expect(await left()).toEqual([]);
  });

  it('goes back to what Alertmanager runs on when it was written twice since', async () => {
    await writeWrong(wrong(down));
    await writeFile(
      path.join(folder, 'wrong.yml'),
      `${base(SINK)}\nnonsense: 2\n`,
    );
    const target = wrong();
    await writeWrong(target);
    await expect(target.commit({})).rejects.toThrow(/is back/);
    expect(await readFile(file, 'utf8')).toBe(good);
  });

  it('leaves what a person wrote there in the meantime', async () => {
    const target = wrong();
    await writeWrong(target);
    const theirs = `# By hand.${base(SINK)}nonsense: 3\n`;
    await writeFile(file, theirs);
    const committing = target.commit({});
    await expect(committing).rejects.toThrow(/could not load/);
    await expect(committing).rejects.not.toThrow(/is back/);
    expect(await readFile(file, 'utf8')).toBe(theirs);
  });

  it('takes no answer of a proxy for a refusal', async () => {
    const target = wrong(async () => new Response('', { status: 502 }));
    await writeWrong(target);
    const written = await readFile(file, 'utf8');
    await expect(target.commit({})).rejects.toThrow(/did not reload .*502/);
    expect(await readFile(file, 'utf8')).toBe(written);
    expect(await target.isUncommitted()).toBe(true);
  });

  it('keeps what was there for its owner alone, until it is loaded', async () => {
    await create({ fileMode: 0o644 }, down).write(
      desired([]),
      (
        await create().list()
      )[0],
    );
    const [name] = (await left()).filter(found => /previous/.test(found));
    // eslint-disable-next-line no-bitwise
    expect((await stat(path.join(folder, name))).mode & 0o777).toBe(0o600);
    await create().commit({});
    expect(await left()).toEqual([]);
  });
});
