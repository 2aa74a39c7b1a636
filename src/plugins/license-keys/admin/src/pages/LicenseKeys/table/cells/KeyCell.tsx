import { Flex, IconButton, Tooltip } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { styled } from 'styled-components';

import { keyPrefix } from '../../../../../../shared/limits';
import { KeyText } from '../../../../components/KeyText';
import { useCopyKey } from '../../../../hooks/useCopyKey';
import { useTranslate } from '../../../../i18n/useTranslate';

import type { CellProps } from './CellProps';

/** A UUID has 36 characters and is shown whole. */
const VISIBLE_LENGTH = 36;

const CutKey = styled(KeyText)`
  max-width: ${VISIBLE_LENGTH + 1}ch;
  overflow: hidden;
  text-overflow: ellipsis;
`;

export const KeyCell = ({ license: { key } }: CellProps) => {
  const t = useTranslate();
  const copyKey = useCopyKey();

  return (
    <Flex gap={2}>
      <Tooltip
        label={key.length > VISIBLE_LENGTH ? key : undefined}
        style={{ maxWidth: '48rem', overflowWrap: 'anywhere' }}
      >
        <CutKey>{key}</CutKey>
      </Tooltip>
      <IconButton
        variant="ghost"
        size="XS"
        label={t('key.copy', { key: `${keyPrefix(key)}…` })}
        onClick={() => {
          copyKey(key);
        }}
      >
        <Duplicate />
      </IconButton>
    </Flex>
  );
};
