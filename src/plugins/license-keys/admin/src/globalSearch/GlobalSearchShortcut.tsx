import { useCallback, useState, type ComponentType } from 'react';

import { useNotification } from '@strapi/strapi/admin';

import type { PageContext } from '../../../shared/list';
import { useTranslate } from '../i18n/useTranslate';
import { SHORTCUTS, type Shortcut } from '../keyboard/shortcuts';
import { useShortcut } from '../keyboard/useShortcut';

import type { GlobalSearchDialogProps } from './GlobalSearchDialog';
import { isWanted } from './preference';

/** Another dialog is not left for a search: what was typed there would be lost. */
const isFree = (): boolean => !document.querySelector('[role="dialog"], [role="alertdialog"]');

const isPressed: Shortcut = (event) => SHORTCUTS.globalSearch(event) && isWanted() && isFree();

export const GlobalSearchShortcut = ({ context }: { context: PageContext['data'] }) => {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
  const [Dialog, setDialog] = useState<ComponentType<GlobalSearchDialogProps>>();

  // Not lazy(): where the code does not arrive, its error would take the place of the whole admin panel. The
  // browser does not ask for it again before it loads the panel anew.
  const open = useCallback(() => {
    import('./GlobalSearchDialog').then(
      ({ GlobalSearchDialog }) => {
        setDialog(() => GlobalSearchDialog);
      },
      () => {
        toggleNotification({ type: 'danger', message: t('error.unloaded') });
      }
    );
  }, [t, toggleNotification]);
  const close = useCallback(() => {
    setDialog(undefined);
  }, []);
  useShortcut(isPressed, open);

  return Dialog && <Dialog context={context} onClose={close} />;
};
