export * from './SuggestionsCard';
export * from './useSuggestions';
