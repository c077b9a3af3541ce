export * from './AlertSummaryRow';
