import { Flex, Grid } from '@strapi/design-system';

import { StateChange } from '../../../audit/StateChange';
import { useActorName } from '../../../audit/useActorName';
import { DateTime } from '../../../components/DateTime';
import { Fact } from '../../../components/Fact';
import { KeyText } from '../../../components/KeyText';
import { Notice } from '../../../components/Notice';
import { Pill } from '../../../components/Pill';
import { useTranslate } from '../../../i18n/useTranslate';
import type { AuditEntryDetail } from '../../../services/auditLog';
import { environmentTone } from '../../../utils/environmentTone';
import { useChainText } from '../chains/useChainText';
import { LicenseOf } from '../LicenseOf';

import { ChangeTable } from './ChangeTable';

/** All of an entry, and whether it and the others about its license are as they were written. */
export const EntryDetails = ({ entry }: { entry: AuditEntryDetail }) => {
  const t = useTranslate();
  const actorName = useActorName();
  const chainText = useChainText();
  const { environment, from, to, changes, chain } = entry;
  const isChanged = Boolean(to) && from !== to;

  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Notice tone={chain.broken ? 'danger' : 'success'}>
        {chainText(chain, 'auditLog.verified.chain')}
      </Notice>
      <Grid.Root tag="dl" gap={5}>
        <Fact label={t('auditLog.occurredAt')}>
          <DateTime at={entry.occurredAt} />
        </Fact>
        <Fact label={t('auditLog.license')}>
          <LicenseOf {...entry} />
        </Fact>
        <Fact label={t('environment.label')}>
          <Pill tone={environmentTone(environment)}>{environment}</Pill>
        </Fact>
        <Fact label={t('auditLog.actor')}>{actorName(entry)}</Fact>
        <Fact label={t('auditLog.ip')}>{entry.ip ?? '—'}</Fact>
        <Fact label={t('column.state')}>
          <Flex gap={2}>{isChanged ? <StateChange from={from} to={to} /> : '—'}</Flex>
        </Fact>
      </Grid.Root>
      {Object.keys(changes).length > 0 && <ChangeTable entry={entry} />}
      <Grid.Root tag="dl" gap={5}>
        <Fact label={t('auditLog.id')}>{entry.id}</Fact>
        <Fact label={t('auditLog.requestId')}>
          <KeyText $wraps>{entry.requestId ?? '—'}</KeyText>
        </Fact>
        <Fact label={t('auditLog.hash')} isWide>
          <KeyText $wraps>{entry.hash}</KeyText>
        </Fact>
        <Fact label={t('auditLog.previousHash')} isWide>
          <KeyText $wraps>{entry.previousHash ?? t('auditLog.first')}</KeyText>
        </Fact>
      </Grid.Root>
    </Flex>
  );
};
