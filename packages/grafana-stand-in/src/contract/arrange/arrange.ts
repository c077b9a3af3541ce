import { RecordingName } from '../recording';
import { ONE_DATA_SOURCE, SIX_DATA_SOURCES } from './dataSources';
import {
  ADMIN,
  all,
  contactPoint,
  change,
  dashboard,
  folder,
  folders,
  labelledDashboard,
  longAgo,
  muteTiming,
  numbers,
  ONE_PANEL,
  rememberPermissions,
  forgetPermissions,
  ruleIn,
  rule,
  ruleGroup,
  Step,
} from './steps';

const SATURDAYS = [{ weekdays: ['saturday'] }];

/** Key of the step that comes before the first scenario of a file. */
export const AT_FIRST = '';

/**
 * What the recorded exchanges take for granted, because it was set up by calls that were not
 * recorded or that Sightline does not make. Keys: a scenario, or `scenario #index` of an exchange;
 * the step is applied to the state right before it.
 */
export const arrange: Partial<Record<RecordingName, Record<string, Step>>> = {
  'alert-rules': {
    [AT_FIRST]: all(folders('f1'), ruleGroup('g1', [rule('r1', 'R1')])),
    'list as Viewer': ruleGroup(
      'a/b',
      numbers(65).map(index => rule(`e${index}`, `Rule ${index}`)),
    ),
  },
  'apis-dashboards': {
    [AT_FIRST]: folder({ uid: 'f1', title: 'F1' }, ADMIN),
    'list and paging': all(
      ...numbers(6).map(index =>
        labelledDashboard(
          `pg${index}`,
          `P${index}`,
          index < 3 ? { sightline: 'yes' } : { other: 'x' },
        ),
      ),
    ),
  },
  'apis-folders': { [AT_FIRST]: folder({ uid: 'f1', title: 'F1' }, ADMIN) },
  'auth-and-rbac': {
    [AT_FIRST]: all(
      ONE_DATA_SOURCE,
      folder({ uid: 'f1', title: 'F1' }, ADMIN),
      dashboard('d1', 'f1', ONE_PANEL, { maker: ADMIN }),
      muteTiming('mt1', SATURDAYS),
      ruleGroup('g1', [rule('r1', 'R1')]),
    ),
  },
  'contact-points': {
    [AT_FIRST]: folders('f1'),
    'delete #4': ruleGroup('g1', [
      {
        ...rule('ud3', 'Uses del3'),
        notification_settings: { receiver: 'del3' },
      },
    ]),
  },
  'dashboard-versions': {
    [AT_FIRST]: all(
      folders('f1'),
      ...numbers(5).map(index =>
        dashboard(
          'ver',
          'f1',
          { ...ONE_PANEL, title: `Ver ${index + 1}`, version: index },
          { message: `sightline step ${index + 1}` },
        ),
      ),
    ),
  },
  dashboards: {
    [AT_FIRST]: folders('f1', 'f2'),
    'two racing saves #1': state => {
      for (const version of [1, 2]) {
        dashboard('race', 'f1', { title: `Race ${version}`, version })(state);
      }
    },
    'two racing creates': dashboard('racec', 'f1', { title: 'racec 0' }),
    // Version 1 restored over version 8.
    'other endpoints': dashboard('d1', 'f1', { version: 8 }),
  },
  datasources: { [AT_FIRST]: SIX_DATA_SOURCES },
  folders: {
    [AT_FIRST]: rememberPermissions,
    'permission cache #4': forgetPermissions,
    'delete a folder that holds a rule': ruleIn('x1', 'rx'),
    'delete a folder that holds a dashboard': all(
      folders('x2'),
      dashboard('dy', 'x2'),
      longAgo('dy'),
    ),
    'delete a folder that holds dashboard, rule and sub-folder': all(
      folders('x3'),
      folder({ uid: 'x4', title: 'X4', parentUid: 'x3' }),
      dashboard('dz', 'x3'),
      dashboard('dz4', 'x4'),
      longAgo('dz', 'dz4'),
      ruleIn('x3', 'rz'),
      ruleIn('x4', 'rz4'),
    ),
    'delete right after filling': all(
      folder({ uid: 'x5', title: 'x5' }),
      dashboard('d5', 'x5'),
    ),
    'forced delete right after filling, with rule and sub-folder': all(
      folder({ uid: 'x7', title: 'x7' }),
      folder({ uid: 'x8', title: 'x8', parentUid: 'x7' }),
      dashboard('d7', 'x7'),
      ruleIn('x7', 'r7'),
    ),
    'delete provisioned rules with the folder': all(
      folders('x6'),
      ruleIn('x6', 'r6'),
    ),
  },
  health: { [AT_FIRST]: ONE_DATA_SOURCE },
  limits: {
    [AT_FIRST]: folder({ uid: 'f1', title: 'F1' }, ADMIN),
    'min refresh interval': state =>
      Object.assign(state.limits, { minRefreshSeconds: 30 }),
    'sub-path': all(
      dashboard('big1', 'f1', { title: 'Big 1', tags: ['sightline'] }),
      state => Object.assign(state.server, { subPath: '/grafana' }),
    ),
    'min alert interval': state => Object.assign(state.server, { subPath: '' }),
    'alerting off': state => Object.assign(state.server, { alerting: false }),
  },
  provenance: {
    [AT_FIRST]: all(
      folders('f1'),
      ...['api', 'none'].flatMap(from =>
        ['on', 'off'].flatMap(header => [
          contactPoint(`c-${from}-${header}`, from === 'api' ? 'api' : ''),
          muteTiming(
            `m-${from}-${header}`,
            [{ weekdays: ['monday'] }],
            from === 'api' ? 'api' : '',
          ),
        ]),
      ),
    ),
    'group api, change without header': ruleGroup(
      'g-api-on',
      [rule('g-api-on', 'g-api-on')],
      { id: 7 },
    ),
    'group api, change with X-Disable-Provenance': ruleGroup(
      'g-api-off',
      [rule('g-api-off', 'g-api-off')],
      { id: 9 },
    ),
    'group none, change without header': ruleGroup(
      'g-none-on',
      [rule('g-none-on', 'g-none-on')],
      { provenance: '', id: 11 },
    ),
    'group none, change with X-Disable-Provenance': ruleGroup(
      'g-none-off',
      [rule('g-none-off', 'g-none-off')],
      { provenance: '', id: 13 },
    ),
    'file provisioned, change without header': all(
      folder({ uid: 'files', title: 'Files' }, ADMIN),
      state => {
        const files = state.folders.get('files');
        if (files) {
          // The recording hides the uid that the server made.
          state.folders.set('<file-folder-uid>', files);
        }
      },
      ruleGroup(
        'filegroup',
        [{ ...rule('file1', 'File 1'), labels: { a: 'b' }, annotations: {} }],
        { folder: '<file-folder-uid>', provenance: 'file', id: 1 },
      ),
      contactPoint('filecp1', 'file', 'filecp'),
      muteTiming('filemt', [], 'file'),
    ),
  },
  'mute-timings': {
    [AT_FIRST]: all(
      folders('f1'),
      contactPoint('team-a', 'api'),
      muteTiming('weekend', SATURDAYS),
      muteTiming('nights', SATURDAYS),
    ),
    'in use': all(
      state => state.mutedRoutes.add('weekend'),
      ruleGroup('g1', [
        {
          ...rule('un', 'Uses nights'),
          notification_settings: {
            receiver: 'team-a',
            mute_time_intervals: ['nights'],
          },
        },
      ]),
    ),
  },
  quota: {
    [AT_FIRST]: state => Object.assign(state.limits, { dashboards: 2 }),
    rules: state => {
      ruleGroup('g1', [rule('r1', 'R1')])(state);
      Object.assign(state.limits, { rules: 2 });
    },
  },
  'rule-groups': {
    [AT_FIRST]: folders('f1', 'f2'),
    'no-op': ruleGroup('g1', [rule('a1', 'A1'), rule('a2', 'A2')]),
    'uids #13': ruleGroup('n7', [rule('sw1', 'SwapA'), rule('sw2', 'SwapB')]),
    'rename group': ruleGroup('old', [rule('m1', 'M1'), rule('m2', 'M2')]),
    'mixed groups': ruleGroup('new', [
      rule('m1', 'M1'),
      rule('m2', 'M2'),
      rule('hand1', 'By hand'),
    ]),
    'racing PUTs of one group': all(
      ruleGroup(
        'many',
        numbers(220).map(index => rule(`many${index}`, `Many ${index}`)),
      ),
      ruleGroup('race', [rule('rg1', 'RG 10'), rule('rg2', 'RH 10')]),
    ),
  },
  search: {
    [AT_FIRST]: all(
      folder({ uid: 'fa', title: 'Folder A' }),
      folder({ uid: 'fb', title: 'Folder B', parentUid: 'fa' }),
      folder({ uid: 'fc', title: 'Folder C' }),
      dashboard('d1', 'fa', {
        title: 'Alpha one',
        tags: ['sightline', 'entity:component:default/one'],
      }),
      dashboard('d2', 'fb', {
        title: 'Alpha two',
        tags: ['sightline', 'entity:component:default/two'],
      }),
      dashboard('d3', 'fc', { title: 'Beta', tags: ['sightline'] }),
      dashboard('d4', '', { title: 'Gamma root', tags: ['other'] }),
      dashboard('d5', 'fa', {
        title: 'Ünïcode / slash & co',
        tags: ['sightline', 'other'],
        description: 'some text',
      }),
    ),
    'many hits': state =>
      numbers(1200).forEach(index => {
        const number = String(index).padStart(4, '0');
        dashboard(`m${number}`, 'fc', {
          title: `Many ${number}`,
          tags: ['many'],
        })(state);
      }),
    'folder title and tags in hit': change('fa', { title: 'Folder A renamed' }),
  },
};
