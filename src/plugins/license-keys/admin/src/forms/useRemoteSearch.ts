import { useState } from 'react';

import { useDebounce } from '@strapi/strapi/admin';

const DELAY = 250;

/** What is typed into a field whose options the server searches. */
export const useRemoteSearch = () => {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const text = useDebounce(typed.trim(), DELAY);

  return {
    isOpen,
    typed,
    /** What the server is to be asked for; undefined while nobody looks at the options. */
    asked: isOpen ? text : undefined,
    isTyping: text !== typed.trim(),
    changeOpen: (next: boolean) => {
      setOpen(next);
      setTyped('');
    },
    type: (next: string) => {
      setTyped(next);
      setOpen(true);
    },
  };
};

export type RemoteSearch = ReturnType<typeof useRemoteSearch>;
