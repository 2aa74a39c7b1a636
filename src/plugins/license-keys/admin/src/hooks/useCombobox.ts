import { useEffect, useId, useState, type KeyboardEvent } from 'react';

interface ComboboxArgs<Option> {
  options: readonly Option[];
  isOpen: boolean;
  /** Without it the list is always open. */
  onOpenChange?: (isOpen: boolean) => void;
  onPick: (option: Option) => void;
  /** Esc, where there is no list to close. */
  onEscape?: () => void;
}

const STEPS: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * A text field with a list of suggestions: the ARIA pattern "editable combobox with list
 * autocomplete". The focus stays in the field; the arrow keys move through the list.
 */
export const useCombobox = <Option extends { documentId: string }>({
  options,
  isOpen,
  onOpenChange,
  onPick,
  onEscape,
}: ComboboxArgs<Option>) => {
  const id = useId();
  const [active, setActive] = useState<number>();
  const listed = options.map(({ documentId }) => documentId).join();
  const [seen, setSeen] = useState(listed);
  if (listed !== seen) {
    setSeen(listed);
    setActive(undefined);
  }

  const isShown = isOpen && options.length > 0;
  const activeId = isShown && active !== undefined ? `${id}-${active}` : undefined;
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const close = () => {
    setActive(undefined);
    onOpenChange?.(false);
  };

  const pick = (index: number) => {
    const option = options[index];
    close();
    if (option !== undefined) onPick(option);
  };

  const move = (step: number) => {
    const start = step > 0 ? -1 : options.length;
    const from = isShown ? (active ?? start) : start;
    if (options.length > 0) setActive((from + step + options.length) % options.length);
    onOpenChange?.(true);
  };

  /** Whether the key was meant for the combobox. */
  const handleKey = (key: string): boolean => {
    const step = STEPS[key];
    if (step) move(step);
    else if (key === 'Enter' && isShown && active !== undefined) pick(active);
    else if (key === 'Escape' && isShown && onOpenChange) close();
    else if (key === 'Escape' && onEscape) onEscape();
    else return false;
    return true;
  };

  return {
    isShown,
    fieldProps: {
      role: 'combobox',
      'aria-expanded': isShown,
      'aria-controls': `${id}-list`,
      'aria-autocomplete': 'list',
      'aria-activedescendant': activeId,
      autoComplete: 'off',
      onBlur: close,
      onKeyDown: (event: KeyboardEvent) => {
        if (handleKey(event.key)) event.preventDefault();
      },
    } as const,
    listProps: {
      id: `${id}-list`,
      role: 'listbox',
      // A click must not take the focus out of the field, which would close the list.
      onMouseDown: (event: { preventDefault: () => void }) => {
        event.preventDefault();
      },
    } as const,
    optionProps: (index: number) =>
      ({
        id: `${id}-${index}`,
        role: 'option',
        'aria-selected': index === active,
        onMouseMove: () => {
          setActive(index);
        },
        onClick: () => {
          pick(index);
        },
      }) as const,
  };
};

export type Combobox = ReturnType<typeof useCombobox>;
