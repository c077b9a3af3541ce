export * from './OnboardingCard';
