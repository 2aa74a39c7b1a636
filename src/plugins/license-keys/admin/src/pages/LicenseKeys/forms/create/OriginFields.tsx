import { LinkButton } from '@strapi/design-system';
import { Link } from 'react-router-dom';

import { useAllowedVerbs } from '../../../../hooks/useAllowedVerbs';
import { useTranslate } from '../../../../i18n/useTranslate';
import { generatorsPath } from '../../../../utils/listPath';

import type { Origin } from './origin';
import { OptionField } from '../../../../forms/OptionField';
import type { OriginState } from './useOrigin';

interface OriginFieldsProps {
  environment: string;
  origin: Origin;
  state: OriginState;
  errorOf: (field: keyof Origin) => string | undefined;
  onChange: (origin: Origin) => void;
}

export const OriginFields = ({
  environment,
  origin,
  state,
  errorOf,
  onChange,
}: OriginFieldsProps) => {
  const t = useTranslate();
  const mayRead = useAllowedVerbs().has('read-generators');
  const { products, generators, generator, failures } = state;

  return (
    <>
      <OptionField
        name="product"
        label={t('create.product')}
        placeholder={t('create.product.choose')}
        noneLabel={t('create.product.none')}
        options={products}
        failure={failures.product}
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
          failure={failures.generator}
          value={generator?.documentId}
          error={errorOf('generator')}
          onChange={(documentId) => {
            onChange({ ...origin, generator: documentId });
          }}
        />
      )}
      {origin.product && generators?.length === 0 && mayRead && (
        <div>
          <LinkButton
            tag={Link}
            variant="secondary"
            to={generatorsPath({ environment, product: origin.product })}
          >
            {t('create.generator.link')}
          </LinkButton>
        </div>
      )}
    </>
  );
};
