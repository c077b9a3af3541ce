import { Problem } from './Problem';

/** How problems are shown. */
export type ProblemFormat = 'text' | 'json' | 'github';

function place({ file, line, column }: Problem): string {
  return `${file}:${line}:${column}`;
}

function subject({ entity, annotation, pointer }: Problem): string {
  return [entity, annotation, pointer].filter(Boolean).join(' ');
}

function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}

/** For people and for editors, which find `file:line:column`. */
function formatText(problem: Problem): string {
  const { severity, message, example } = problem;
  const about = subject(problem);
  return `${place(problem)}: ${severity}: ${sentence(message)}\n${
    about ? `    in ${about}\n` : ''
  }${example ? `    works: ${example}\n` : ''}`;
}

/** As workflow commands want it: line breaks and per cent signs would end or change the message. */
function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

function formatGithub(problem: Problem): string {
  const { file, line, column, severity, message, example } = problem;
  const about = subject(problem);
  const title = about ? `,title=${escapeProperty(about)}` : '';
  const text = `${sentence(message)}${
    example ? `\nThis works: ${example}` : ''
  }`;
  return `::${severity} file=${escapeProperty(
    file,
  )},line=${line},col=${column}${title}::${escapeData(text)}\n`;
}

/** Problems as a person, a program or a GitHub workflow reads them, sorted already. */
export function formatProblems(
  problems: Problem[],
  format: Exclude<ProblemFormat, 'json'>,
): string {
  return problems.map(format === 'github' ? formatGithub : formatText).join('');
}
