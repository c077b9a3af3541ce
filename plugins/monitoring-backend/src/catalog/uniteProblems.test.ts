import { AnnotationProblem } from '@sightline/backstage-plugin-monitoring-common';
import { ResolvedMonitoring } from '../packs/types';
import { uniteProblems } from './uniteProblems';

function problem(message: string): AnnotationProblem {
  return { annotation: 'monitoring/packs', severity: 'error', message };
}

function environment(name: string, ...messages: string[]): ResolvedMonitoring {
  return {
    spec: { environment: name },
    problems: messages.map(problem),
  } as ResolvedMonitoring;
}

describe('uniteProblems', () => {
  it('says once what is wrong everywhere, and where the rest is wrong', () => {
    const united = uniteProblems([
      environment('prod', 'all', 'prod'),
      environment('stage', 'all', 'not prod'),
      environment('test', 'not prod', 'all'),
    ]);
    expect(united.map(({ message }) => message)).toEqual([
      'all',
      "In 'prod': prod",
      "In 'stage', 'test': not prod",
    ]);
  });

  it('leaves the problems of an entity without environments as they are', () => {
    expect(uniteProblems([environment('', 'a', 'b')])).toEqual([
      problem('a'),
      problem('b'),
    ]);
  });
});
