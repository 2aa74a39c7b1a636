import { IconButton } from '@strapi/design-system';
import { Command } from '@strapi/icons';

import type { PageContext } from '../../../shared/list';
import { useTranslate } from '../i18n/useTranslate';

import { KeyboardHelpDialog } from './KeyboardHelpDialog';
import { SHORTCUTS } from './shortcuts';
import { useShortcut } from './useShortcut';

const BUTTON_ID = 'keyboard-help';

interface KeyboardHelpProps {
  context: PageContext['data'];
  isOpen: boolean;
  /** The same function each time. */
  onOpen: () => void;
  onClose: () => void;
}

/** The list of shortcuts, for who presses `?` and for who looks for it. */
export const KeyboardHelp = ({ context, isOpen, onOpen, onClose }: KeyboardHelpProps) => {
  const t = useTranslate();
  useShortcut(SHORTCUTS.help, onOpen);

  return (
    <>
      <IconButton id={BUTTON_ID} label={t('keyboard.title')} aria-keyshortcuts="?" onClick={onOpen}>
        <Command />
      </IconButton>
      {isOpen && <KeyboardHelpDialog context={context} opener={BUTTON_ID} onClose={onClose} />}
    </>
  );
};
