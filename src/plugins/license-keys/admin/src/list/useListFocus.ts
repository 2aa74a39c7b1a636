import { useEffect, useRef, type FocusEvent, type PointerEvent } from 'react';

import { LIST_ID } from '../utils/focusFirst';

const ROW_BUTTONS = 'tbody td:last-child button';

/**
 * An action may take its license off the list, and with it the button that has the focus, or that is to
 * get it back. The row that comes up in its place then has it.
 */
export const useListFocus = () => {
  const list = useRef<HTMLDivElement>(null);
  const focused = useRef<Element | null>(null);
  const place = useRef(0);

  const focusPlace = () => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>(ROW_BUTTONS) ?? [])];
    (buttons[place.current] ?? buttons.at(-1) ?? list.current)?.focus();
  };

  useEffect(() => {
    const isGone = focused.current?.isConnected === false;
    if (isGone && document.activeElement === document.body) focusPlace();
  });

  const remember = (target: Element) => {
    // React also tells of what only hangs under a row in its tree, such as the open menu.
    if (!list.current?.contains(target)) return;
    focused.current = target;
    place.current = target.closest('tr')?.sectionRowIndex ?? 0;
  };

  const onFocus = ({ target, currentTarget }: FocusEvent<HTMLElement>) => {
    if (target === currentTarget) focusPlace();
    else remember(target);
  };

  /** A menu that a click opens takes the focus at once: its button never has it. */
  const onPointerDown = ({ target }: PointerEvent<HTMLElement>) => {
    if (target instanceof Element) remember(target);
  };

  return { id: LIST_ID, ref: list, tabIndex: -1, onFocus, onPointerDown };
};
