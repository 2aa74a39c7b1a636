import { useIntl } from 'react-intl';

import { UNLIMITED } from '../../../../../../shared/limits';
import { useTranslate } from '../../../../i18n/useTranslate';
import { compactJson } from '../../../../forms/jsonText';
import type { FieldName, LicenseFields } from '../licenseFields';

const MAX_LENGTH = 120;

const cut = (text: string): string =>
  text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;

/** What the generator gives to a field, said under it. */
export const useDefaultHints = (defaults: LicenseFields) => {
  const t = useTranslate();
  const { formatNumber } = useIntl();

  const textOf = (name: FieldName): string | undefined => {
    switch (name) {
      case 'activationLimit': {
        const { activationLimit: limit = UNLIMITED } = defaults;
        return limit === UNLIMITED ? t('form.limit.unlimited') : formatNumber(limit);
      }
      case 'features':
      case 'metadata':
        return cut(compactJson(defaults[name]));
      default:
        return undefined;
    }
  };

  return (name: FieldName): string | undefined => {
    const value = textOf(name);
    return value === undefined ? undefined : t('form.default', { value });
  };
};
