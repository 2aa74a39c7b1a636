import { Flex, Modal } from '@strapi/design-system';

import type { PageContext } from '../../../shared/list';
import { ModalShell } from '../components/ModalShell';
import { GlobalSearchSwitch } from '../globalSearch/GlobalSearchSwitch';
import { isOffered } from '../globalSearch/isOffered';
import { useTranslate } from '../i18n/useTranslate';

import { ShortcutList } from './ShortcutList';
import { SHORTCUT_NAMES } from './shortcuts';

interface KeyboardHelpDialogProps {
  context: PageContext['data'];
  /** Id of the button that opens it. */
  opener: string;
  onClose: () => void;
}

export const KeyboardHelpDialog = ({ context, opener, onClose }: KeyboardHelpDialogProps) => {
  const t = useTranslate();
  const hasGlobalSearch = isOffered(context);

  return (
    <ModalShell title={t('keyboard.title')} maxWidth="52rem" opener={opener} onClose={onClose}>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <ShortcutList
            names={SHORTCUT_NAMES.filter((name) => name !== 'globalSearch' || hasGlobalSearch)}
          />
          {hasGlobalSearch && <GlobalSearchSwitch />}
        </Flex>
      </Modal.Body>
    </ModalShell>
  );
};
