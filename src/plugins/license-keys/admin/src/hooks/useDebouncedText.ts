import { useEffect, useState } from 'react';

/**
 * The text of a field whose value lives elsewhere (in the address) and follows with a delay.
 * What is typed wins over the echo of what was sent; a change from outside wins over both.
 */
export const useDebouncedText = (
  value: string,
  onChange: (value: string) => void,
  delay = 300
): [text: string, setText: (text: string) => void] => {
  const [text, setText] = useState(value);
  const [sent, setSent] = useState(value);
  const [seen, setSeen] = useState(value);

  if (value !== seen) {
    setSeen(value);
    if (value !== sent) {
      setSent(value);
      setText(value);
    }
  }

  const wanted = text.trim();
  useEffect(() => {
    if (wanted === sent) return undefined;
    const timer = setTimeout(() => {
      setSent(wanted);
      onChange(wanted);
    }, delay);
    return () => {
      clearTimeout(timer);
    };
  }, [wanted, sent, onChange, delay]);

  return [text, setText];
};
