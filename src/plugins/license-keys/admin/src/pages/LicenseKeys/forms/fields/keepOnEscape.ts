import type { KeyboardEvent } from 'react';

/** Esc closes the list or calendar of a field; where none is open, the design system would clear the field. */
export const keepOnEscape = (event: KeyboardEvent): void => {
  const isOpen = event.currentTarget.getAttribute('aria-expanded') === 'true';
  if (event.key === 'Escape' && !isOpen) event.preventDefault();
};
