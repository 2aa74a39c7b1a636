import { IconButton, Menu } from '@strapi/design-system';
import { Duplicate, More } from '@strapi/icons';

import { keyPrefix } from '../../../../../shared/limits';
import type { LicenseListItem } from '../../../../../shared/list';
import { useCopyKey } from '../../../hooks/useCopyKey';
import { useTranslate } from '../../../i18n/useTranslate';

import { ActionItem } from './ActionItem';
import {
  LICENSE_ACTIONS,
  menuButtonId,
  type ActionRequest,
  type LicenseAction,
} from './licenseActions';

interface ActionsMenuProps {
  license: LicenseListItem;
  allowed: ReadonlySet<LicenseAction>;
  onAction: (request: ActionRequest) => void;
}

export const ActionsMenu = ({ license, allowed, onAction }: ActionsMenuProps) => {
  const t = useTranslate();
  const copyKey = useCopyKey();

  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        id={menuButtonId(license)}
        tag={IconButton}
        variant="ghost"
        label={t('actions.menu', { key: `${keyPrefix(license.key)}…` })}
        icon={<More style={{ transform: 'rotate(90deg)' }} />}
      />
      <Menu.Content
        popoverPlacement="bottom-end"
        width="28rem"
        maxHeight="var(--radix-dropdown-menu-content-available-height)"
      >
        {LICENSE_ACTIONS.map((action) => (
          <ActionItem
            key={action}
            action={action}
            state={license.state}
            isAllowed={allowed.has(action)}
            onSelect={() => {
              onAction({ action, license });
            }}
          />
        ))}
        <Menu.Separator />
        <Menu.Item
          startIcon={<Duplicate />}
          onSelect={() => {
            copyKey(license.key);
          }}
        >
          {t('actions.copy')}
        </Menu.Item>
      </Menu.Content>
    </Menu.Root>
  );
};
