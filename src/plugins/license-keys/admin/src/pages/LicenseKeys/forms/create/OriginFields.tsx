import { useTranslate } from '../../../../i18n/useTranslate';

import type { Origin } from './origin';
import { OptionField } from './OptionField';
import type { OriginState } from './useOrigin';

interface OriginFieldsProps {
  origin: Origin;
  state: OriginState;
  errorOf: (field: keyof Origin) => string | undefined;
  onChange: (origin: Origin) => void;
}

export const OriginFields = ({ origin, state, errorOf, onChange }: OriginFieldsProps) => {
  const t = useTranslate();
  const { products, generators, generator } = state;

  return (
    <>
      <OptionField
        name="product"
        label={t('create.product')}
        placeholder={t('create.product.choose')}
        noneLabel={t('create.product.none')}
        options={products}
        value={origin.product}
        error={errorOf('product')}
        onChange={(product) => {
          onChange({ product, generator: undefined });
        }}
      />
      {origin.product && (
        <OptionField
          name="generator"
          label={t('create.generator')}
          placeholder={t('create.generator.choose')}
          noneLabel={t('create.generator.none')}
          options={generators}
          value={generator?.documentId}
          error={errorOf('generator')}
          onChange={(documentId) => {
            onChange({ ...origin, generator: documentId });
          }}
        />
      )}
    </>
  );
};
