import type { KeyboardEvent } from 'react';

/** Esc on a field leaves its value alone: unless its list or calendar is open, it is for the dialog around. */
export const keepOnEscape = (event: KeyboardEvent): void => {
  const isOpen = event.currentTarget.getAttribute('aria-expanded') === 'true';
  if (event.key !== 'Escape' || isOpen) return;
  event.preventDefault();
  const dialog = event.currentTarget.closest('[role="dialog"]');
  dialog?.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
};
