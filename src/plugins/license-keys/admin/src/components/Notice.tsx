import type { ReactNode } from 'react';

import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Information, WarningCircle } from '@strapi/icons';

const ICONS = {
  danger: WarningCircle,
  primary: Information,
  success: CheckCircle,
  warning: WarningCircle,
} as const;

interface NoticeProps {
  tone: keyof typeof ICONS;
  /** `status` is read out once there is time, `alert` at once. */
  role?: 'alert' | 'status';
  action?: ReactNode;
  children: string;
}

/** What one has to know before going on. As with the pills, the ground carries the colour, not the text. */
export const Notice = ({ tone, role, action, children }: NoticeProps) => {
  const Icon = ICONS[tone];

  return (
    <Flex
      role={role}
      gap={3}
      padding={4}
      alignItems="flex-start"
      background={`${tone}100`}
      borderColor={`${tone}200`}
      hasRadius
    >
      <Box tag="span" shrink={0} paddingTop={1} aria-hidden>
        <Icon fill={`${tone}600`} />
      </Box>
      <Flex direction="column" alignItems="flex-start" gap={3}>
        <Typography textColor="neutral800">{children}</Typography>
        {action}
      </Flex>
    </Flex>
  );
};
