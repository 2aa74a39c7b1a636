import { useEffect, type RefObject } from 'react';

/** Where "/" is a character to be typed, or where the focus must not be taken away. */
const TAKEN = [
  'input',
  'textarea',
  '[contenteditable]',
  '[role="listbox"]',
  '[role="menu"]',
  '[role="dialog"]',
  '[role="alertdialog"]',
].join();

export const useSlashFocus = (field: RefObject<HTMLInputElement>): void => {
  useEffect(() => {
    const focusField = (event: KeyboardEvent) => {
      const isTaken = event.target instanceof Element && event.target.closest(TAKEN);
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTaken) return;
      event.preventDefault();
      field.current?.focus();
    };

    document.addEventListener('keydown', focusField);
    return () => {
      document.removeEventListener('keydown', focusField);
    };
  }, [field]);
};
