import { useEffect } from 'react';

import type { Shortcut } from './shortcuts';

/** Runs when a shortcut is pressed that nothing else on the page has taken for itself. */
export const useShortcut = (isPressed: Shortcut, onPress: () => void): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isPressed(event)) return;
      event.preventDefault();
      onPress();
    };

    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
    };
  }, [isPressed, onPress]);
};
