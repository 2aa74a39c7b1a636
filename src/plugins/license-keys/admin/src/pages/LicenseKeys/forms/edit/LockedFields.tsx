import { Grid } from '@strapi/design-system';

import type { LicenseDetail } from '../../../../../../shared/license';
import { useTranslate } from '../../../../i18n/useTranslate';
import { LockedField } from '../../../../forms/LockedField';

/** What a license is for good. */
export const LockedFields = ({ license }: { license: LicenseDetail }) => {
  const t = useTranslate();
  const values = {
    key: license.key,
    product: license.product.name,
    environment: license.environment,
    generator: license.generator?.name ?? '—',
  };

  return (
    <Grid.Root gap={4}>
      {(['key', 'product', 'environment', 'generator'] as const).map((name) => (
        <Grid.Item
          key={name}
          col={name === 'key' ? 12 : 4}
          xs={12}
          direction="column"
          alignItems="stretch"
        >
          <LockedField
            label={t(`locked.${name}`)}
            value={values[name]}
            reason={t(`locked.${name}.reason`)}
          />
        </Grid.Item>
      ))}
    </Grid.Root>
  );
};
