import type { ReactNode } from 'react';

import { IconButton, Menu } from '@strapi/design-system';
import { More } from '@strapi/icons';

interface RowMenuProps {
  /** Of its button, which gets the focus back from a dialog. */
  id: string;
  label: string;
  children: ReactNode;
}

/** What can be done with the record of a row. */
export const RowMenu = ({ id, label, children }: RowMenuProps) => (
  <Menu.Root modal={false}>
    <Menu.Trigger
      id={id}
      tag={IconButton}
      variant="ghost"
      label={label}
      icon={<More style={{ transform: 'rotate(90deg)' }} />}
    />
    <Menu.Content
      popoverPlacement="bottom-end"
      width="28rem"
      maxHeight="var(--radix-dropdown-menu-content-available-height)"
    >
      {children}
    </Menu.Content>
  </Menu.Root>
);
