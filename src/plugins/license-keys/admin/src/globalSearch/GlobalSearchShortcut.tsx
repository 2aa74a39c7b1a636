import { lazy, Suspense, useCallback, useState } from 'react';

import type { PageContext } from '../../../shared/list';
import { SHORTCUTS, type Shortcut } from '../keyboard/shortcuts';
import { useShortcut } from '../keyboard/useShortcut';

import { isWanted } from './preference';

const GlobalSearchDialog = lazy(() =>
  import('./GlobalSearchDialog').then((file) => ({ default: file.GlobalSearchDialog }))
);

/** Another dialog is not left for a search: what was typed there would be lost. */
const isFree = (): boolean => !document.querySelector('[role="dialog"], [role="alertdialog"]');

const isPressed: Shortcut = (event) => SHORTCUTS.globalSearch(event) && isWanted() && isFree();

export const GlobalSearchShortcut = ({ context }: { context: PageContext['data'] }) => {
  const [isOpen, setOpen] = useState(false);
  const open = useCallback(() => {
    setOpen(true);
  }, []);
  const close = useCallback(() => {
    setOpen(false);
  }, []);
  useShortcut(isPressed, open);

  // A boundary of its own: the one above would put a loader in place of the whole admin panel.
  return (
    <Suspense fallback={null}>
      {isOpen && <GlobalSearchDialog context={context} onClose={close} />}
    </Suspense>
  );
};
