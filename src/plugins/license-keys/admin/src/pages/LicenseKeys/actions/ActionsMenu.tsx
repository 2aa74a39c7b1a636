import { Menu } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';

import { keyPrefix } from '../../../../../shared/limits';
import type { LicenseListItem } from '../../../../../shared/list';
import { useCopyKey } from '../../../hooks/useCopyKey';
import { useTranslate } from '../../../i18n/useTranslate';
import { RowMenu } from '../../../list/RowMenu';

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
    <RowMenu
      id={menuButtonId(license)}
      label={t('actions.menu', { key: `${keyPrefix(license.key)}…` })}
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
    </RowMenu>
  );
};
