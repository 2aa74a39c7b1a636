import type { State } from '../../../shared/states';
import type { Tone } from '../components/Pill';

/** A colour of its own for each state. */
export const STATE_TONES = {
  available: 'primary',
  assigned: 'secondary',
  active: 'success',
  inactive: 'neutral',
  suspended: 'warning',
  expired: 'alternative',
  revoked: 'danger',
} as const satisfies Record<State, Tone>;
