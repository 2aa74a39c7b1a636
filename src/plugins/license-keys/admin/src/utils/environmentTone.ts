import type { Tone } from '../components/Pill';

const TONES: Partial<Record<string, Tone>> = {
  production: 'danger',
  staging: 'warning',
  development: 'success',
};

export const environmentTone = (environment: string): Tone => TONES[environment] ?? 'secondary';
