import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { AuditItem } from '../../../shared/audit';
import { DateTime } from '../components/DateTime';
import { useTranslate } from '../i18n/useTranslate';

import { AuditChange } from './AuditChange';
import { StateChange } from './StateChange';
import { useActorName } from './useActorName';

/** The line that makes a list a timeline. */
const Item = styled.li`
  padding: 0 0 ${({ theme }) => theme.spaces[5]} ${({ theme }) => theme.spaces[5]};
  border-inline-start: 2px solid ${({ theme }) => theme.colors.neutral200};

  &:last-child {
    padding-block-end: 0;
  }
`;

export const AuditEntry = ({ entry }: { entry: AuditItem }) => {
  const t = useTranslate();
  const actorName = useActorName();
  const { action, from, to, changes, names, ip, occurredAt } = entry;

  return (
    <Item>
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Flex gap={2} wrap="wrap">
          <Typography variant="delta" tag="h3">
            {t(`audit.${action}`)}
          </Typography>
          <StateChange from={from} to={to} />
        </Flex>
        <Typography variant="pi" textColor="neutral600">
          <DateTime at={occurredAt} />
          {[actorName(entry), ip].filter(Boolean).map((part) => ` · ${part ?? ''}`)}
        </Typography>
        {Object.entries(changes).map(([field, change]) => (
          <AuditChange key={field} field={field} change={change} names={names} />
        ))}
      </Flex>
    </Item>
  );
};
