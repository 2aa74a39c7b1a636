import { useAllowedVerbs } from '../../../../hooks/useAllowedVerbs';
import { useTranslate } from '../../../../i18n/useTranslate';
import type { Generator } from '../../../../services/forms';
import { CustomerField } from '../fields/CustomerField';
import { LicenseFieldset } from '../fields/LicenseFieldset';
import { LockedField } from '../../../../forms/LockedField';
import { useGeneratorExpiry } from '../useGeneratorExpiry';

import { OwnKeyField } from './OwnKeyField';
import type { useCreate } from './useCreate';
import { useDefaultHints } from './useDefaultHints';

interface NewLicenseFieldsProps {
  environment: string;
  generator: Generator;
  creation: ReturnType<typeof useCreate>;
}

/** What may differ from the generator's defaults. */
export const NewLicenseFields = ({ environment, generator, creation }: NewLicenseFieldsProps) => {
  const t = useTranslate();
  const generatorExpiry = useGeneratorExpiry();
  const canAssign = useAllowedVerbs().has('assign');
  const { fields, key, keyError, fieldErrorOf, change, forget } = creation;
  const hintOf = useDefaultHints(fields.base);

  return (
    <>
      {canAssign ? (
        <CustomerField
          environment={environment}
          value={fields.values.customer}
          error={fieldErrorOf('customer')}
          hint={t('create.customer.hint')}
          onChange={(customer) => {
            change('customer', customer);
          }}
        />
      ) : (
        <LockedField
          label={t('column.customer')}
          value={t('customer.none')}
          reason={t('actions.blocked.role')}
        />
      )}
      <LicenseFieldset
        fields={fields}
        expiryLabels={{
          generator: generatorExpiry(generator.validity),
          ...(generator.validity && { none: t('form.expiry.lifetime') }),
        }}
        errorOf={fieldErrorOf}
        hintOf={hintOf}
        onChange={change}
      />
      <OwnKeyField
        value={key.value}
        error={keyError}
        onChange={(value) => {
          forget('key');
          key.setValue(value);
        }}
      />
    </>
  );
};
