import { useCallback, useState } from 'react';

import { IconButton } from '@strapi/design-system';
import { Command } from '@strapi/icons';

import type { PageContext } from '../../../shared/list';
import { useTranslate } from '../i18n/useTranslate';

import { KeyboardHelpDialog } from './KeyboardHelpDialog';
import { SHORTCUTS } from './shortcuts';
import { useShortcut } from './useShortcut';

const BUTTON_ID = 'keyboard-help';

/** The list of shortcuts, for who presses `?` and for who looks for it. */
export const KeyboardHelp = ({ context }: { context: PageContext['data'] }) => {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const open = useCallback(() => {
    setOpen(true);
  }, []);
  useShortcut(SHORTCUTS.help, open);

  return (
    <>
      <IconButton id={BUTTON_ID} label={t('keyboard.title')} aria-keyshortcuts="?" onClick={open}>
        <Command />
      </IconButton>
      {isOpen && (
        <KeyboardHelpDialog
          context={context}
          opener={BUTTON_ID}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
};
