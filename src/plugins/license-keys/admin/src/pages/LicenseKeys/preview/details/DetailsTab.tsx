import { Flex, Grid } from '@strapi/design-system';

import { CopyKeyButton } from '../../../../components/CopyKeyButton';
import { DateTime } from '../../../../components/DateTime';
import { KeyText } from '../../../../components/KeyText';
import { Pill } from '../../../../components/Pill';
import { useTranslate } from '../../../../i18n/useTranslate';
import type { Preview } from '../../../../services/preview';
import { environmentTone } from '../../../../utils/environmentTone';
import { STATE_TONES } from '../../../../utils/stateTones';
import { ActivationsCell } from '../../table/cells/ActivationsCell';

import { Fact } from '../../../../components/Fact';
import { FullText } from '../../../../components/FullText';
import { JsonBlock } from '../../../../components/JsonBlock';

export const DetailsTab = ({ preview: { license, graceEndsAt } }: { preview: Preview }) => {
  const t = useTranslate();
  const { state, environment, product, customer, generator } = license;

  return (
    <Grid.Root tag="dl" gap={5}>
      <Fact label={t('column.key')} isWide>
        <Flex gap={2}>
          <KeyText $wraps>{license.key}</KeyText>
          <CopyKeyButton licenseKey={license.key} />
        </Flex>
      </Fact>
      <Fact label={t('column.state')}>
        <Pill tone={STATE_TONES[state]}>{t(`state.${state}`)}</Pill>
      </Fact>
      <Fact label={t('environment.label')}>
        <Pill tone={environmentTone(environment)}>{environment}</Pill>
      </Fact>
      <Fact label={t('column.product')}>
        <FullText
          first={product.name}
          second={t(product.active ? 'product.active' : 'product.inactive')}
        />
      </Fact>
      <Fact label={t('column.customer')}>
        {customer ? <FullText first={customer.name} second={customer.email} /> : t('customer.none')}
      </Fact>
      <Fact label={t('locked.generator')}>{generator?.name ?? '—'}</Fact>
      <Fact label={t('column.activationLimit')}>
        <ActivationsCell license={license} />
      </Fact>
      <Fact label={t('column.expiresAt')}>
        <DateTime at={license.expiresAt} none={t('expires.never')} />
      </Fact>
      {graceEndsAt && (
        <Fact label={t('preview.graceEndsAt')}>
          <DateTime at={graceEndsAt} />
        </Fact>
      )}
      <Fact label={t('column.createdAt')}>
        <DateTime at={license.createdAt} />
      </Fact>
      <Fact label={t('preview.assignedAt')}>
        <DateTime at={license.assignedAt} />
      </Fact>
      <Fact label={t('preview.firstActivatedAt')}>
        <DateTime at={license.firstActivatedAt} />
      </Fact>
      <Fact label={t('preview.id')}>
        <KeyText $wraps>{license.documentId}</KeyText>
      </Fact>
      <Fact label={t('form.features')} isWide>
        <JsonBlock value={license.features} />
      </Fact>
      <Fact label={t('form.metadata')} isWide>
        <JsonBlock value={license.metadata} />
      </Fact>
    </Grid.Root>
  );
};
