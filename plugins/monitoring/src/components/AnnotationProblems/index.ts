export * from './AnnotationProblems';
