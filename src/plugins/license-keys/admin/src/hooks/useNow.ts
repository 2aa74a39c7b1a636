import { useEffect, useState } from 'react';

const MINUTE = 60_000;

/** The time, to the minute: what a page says about "in 2 hours" stays true while it is open. */
export const useNow = (): number => {
  const [now, setNow] = useState(() => Date.now());

  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, MINUTE);
    return () => {
      clearInterval(timer);
    };
  }, []);

  return now;
};
