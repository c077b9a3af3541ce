export { RuleFilesTarget, type RuleFileContent } from './RuleFilesTarget';
