import { Flex, Tooltip } from '@strapi/design-system';
import { styled } from 'styled-components';

import { CopyKeyButton } from '../../../../components/CopyKeyButton';
import { KeyText } from '../../../../components/KeyText';

import type { CellProps } from './CellProps';

/** A UUID has 36 characters and is shown whole, where there is room. */
const VISIBLE_LENGTH = 36;
/** So that the state is on the screen of a tablet too. */
const NARROW_LENGTH = 15;

const CutKey = styled(KeyText)`
  max-width: ${NARROW_LENGTH + 1}ch;

  ${({ theme }) => theme.breakpoints.large} {
    max-width: ${VISIBLE_LENGTH + 1}ch;
  }

  overflow: hidden;
  text-overflow: ellipsis;
`;

export const KeyCell = ({ license: { key } }: CellProps) => (
  <Flex gap={2}>
    <Tooltip
      label={key.length > NARROW_LENGTH ? key : undefined}
      style={{ maxWidth: '48rem', overflowWrap: 'anywhere' }}
    >
      <CutKey>{key}</CutKey>
    </Tooltip>
    <CopyKeyButton licenseKey={key} />
  </Flex>
);
