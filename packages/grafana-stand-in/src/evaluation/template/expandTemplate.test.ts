import { expandTemplate } from './expandTemplate';

const context = {
  labels: { alertname: 'A', instance: 'db-1' },
  values: { A: 0.0725, C: 1 },
};

describe('expandTemplate', () => {
  it.each([
    ['plain', 'plain'],
    ['{{ $labels.instance }} is down', 'db-1 is down'],
    ['{{ $labels.severity }}', '[no value]'],
    ['{{ $values.A.Value }}', '0.0725'],
    ['{{ $values.A.Value | humanizePercentage }}', '7.25%'],
    ['{{ humanize $values.A.Value }}', '72.5m'],
    ['{{ 3723 | humanizeDuration }}', '1h 2m 3s'],
    ['{{ 0.012 | humanizeDuration }}', '12ms'],
    ['{{ 1.5 | humanizeDuration }}', '1.5s'],
    ['{{ 1536 | humanize1024 }}B', '1.5kiB'],
    ['{{ 1234567 | humanize }}', '1.235M'],
    ['{{ "a" | toUpper }}', 'A'],
    [
      '{{ $value }}',
      "[ var='A' labels={instance=db-1} value=0.0725 ], [ var='C' labels={instance=db-1} value=1 ]",
    ],
  ])('%s', (text, expected) => {
    expect(expandTemplate(text, context)).toBe(expected);
  });

  it.each(['{{ $values.Z.Value }}', '{{ query "up" }}', '{{ end }}'])(
    'leaves %s, which fails, as it stands',
    text => {
      expect(expandTemplate(text, context)).toBe(text);
    },
  );
});
