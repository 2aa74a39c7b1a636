import { useId } from 'react';

import { Box, Field, TextInput, Tooltip, VisuallyHidden } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { styled } from 'styled-components';

interface LockedFieldProps {
  label: string;
  value: string;
  /** Why it cannot be changed: on hover, on focus, and for screen readers. */
  reason: string;
}

const LockedInput = styled(TextInput)`
  && {
    background: ${({ theme }) => theme.colors.neutral150};
    text-overflow: ellipsis;
  }
`;

/** Read-only rather than disabled: the keyboard must reach it to be told why, and its text be copied. */
export const LockedField = ({ label, value, reason }: LockedFieldProps) => {
  const reasonId = useId();

  return (
    <Field.Root>
      <Field.Label>{label}</Field.Label>
      <Tooltip label={reason}>
        <Box>
          <LockedInput
            readOnly
            value={value}
            aria-describedby={reasonId}
            endAction={<Lock fill="neutral500" aria-hidden />}
          />
        </Box>
      </Tooltip>
      <VisuallyHidden id={reasonId}>{reason}</VisuallyHidden>
    </Field.Root>
  );
};
