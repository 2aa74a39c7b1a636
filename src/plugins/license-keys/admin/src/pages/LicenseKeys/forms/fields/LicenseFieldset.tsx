import { Flex } from '@strapi/design-system';

import type { ChangeField, LicenseFieldsState } from '../useLicenseFields';
import type { FieldName } from '../licenseFields';
import { useTranslate } from '../../../../i18n/useTranslate';

import { ExpiryField, type ExpiryLabels } from './ExpiryField';
import { JsonField } from '../../../../forms/JsonField';
import { LimitField } from '../../../../forms/LimitField';

interface LicenseFieldsetProps {
  fields: Pick<LicenseFieldsState, 'base' | 'values'>;
  expiryLabels: ExpiryLabels;
  errorOf: (field: FieldName) => string | undefined;
  hintOf?: (field: FieldName) => string | undefined;
  onChange: ChangeField;
}

/** The fields that a license and its generator have in common. */
export const LicenseFieldset = ({
  fields: { base, values },
  expiryLabels,
  errorOf,
  hintOf,
  onChange,
}: LicenseFieldsetProps) => {
  const t = useTranslate();

  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <LimitField
        value={values.activationLimit}
        base={base.activationLimit}
        error={errorOf('activationLimit')}
        hint={hintOf?.('activationLimit')}
        onChange={(limit) => {
          onChange('activationLimit', limit);
        }}
      />
      <ExpiryField
        value={values.expiresAt}
        labels={expiryLabels}
        error={errorOf('expiresAt')}
        onChange={(instant) => {
          onChange('expiresAt', instant);
        }}
      />
      {(['features', 'metadata'] as const).map((name) => (
        <JsonField
          key={name}
          name={name}
          label={t(`form.${name}`)}
          value={values[name]}
          error={errorOf(name)}
          hint={hintOf?.(name)}
          onChange={(text) => {
            onChange(name, text);
          }}
        />
      ))}
    </Flex>
  );
};
