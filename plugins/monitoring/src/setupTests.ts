import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whole screens are slow to load and to search by role, on a busy machine above all.
jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 5_000 });
