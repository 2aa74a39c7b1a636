import { Flex, Menu, Typography } from '@strapi/design-system';

interface RowMenuItemProps {
  /** Why it is off. */
  obstacle: string | undefined;
  /** It cannot be taken back. */
  isFinal?: boolean;
  onSelect: () => void;
  children: string;
}

/** `aria-disabled`, not `disabled`: the keyboard must reach the item to be told why it is off. */
export const RowMenuItem = ({
  obstacle,
  isFinal = false,
  onSelect,
  children,
}: RowMenuItemProps) => (
  <Menu.Item
    variant={isFinal && !obstacle ? 'danger' : 'default'}
    aria-disabled={obstacle !== undefined}
    onSelect={(event: Event) => {
      if (obstacle) event.preventDefault();
      else onSelect();
    }}
  >
    <Flex tag="span" direction="column" alignItems="flex-start">
      <Typography textColor={obstacle && 'neutral600'}>{children}</Typography>
      {obstacle && (
        <Typography variant="pi" textColor="neutral600">
          {obstacle}
        </Typography>
      )}
    </Flex>
  </Menu.Item>
);
