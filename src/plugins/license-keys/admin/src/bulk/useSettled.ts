import { useEffect, useState } from 'react';

/** Longer than the two clicks of a double click are apart. */
const DELAY = 600;

/** False for a moment: a double click on one button must not reach the one that takes its place. */
export const useSettled = (): boolean => {
  const [isSettled, setSettled] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(true);
    }, DELAY);
    return () => {
      clearTimeout(timer);
    };
  }, []);

  return isSettled;
};
