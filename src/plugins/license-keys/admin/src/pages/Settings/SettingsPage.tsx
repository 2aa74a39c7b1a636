import { Layouts, Page } from '@strapi/strapi/admin';

import { ErrorState } from '../../components/ErrorState';
import { useTranslate } from '../../i18n/useTranslate';
import { useGetLicenseKeySigningKeysQuery } from '../../services/signingKeys';

import { SigningKeys } from './SigningKeys';

export const SettingsPage = () => {
  const t = useTranslate();
  const { data, error, isFetching, refetch } = useGetLicenseKeySigningKeysQuery(undefined);

  if (!data && !error) return <Page.Loading>{t('settings.loading')}</Page.Loading>;
  return (
    <Page.Main>
      <Page.Title>{t('settings.title')}</Page.Title>
      <Layouts.Header title={t('settings.title')} />
      <Layouts.Content>
        {data ? (
          <SigningKeys {...data} />
        ) : (
          error && (
            <ErrorState error={error} isRetrying={isFetching} onRetry={() => void refetch()} />
          )
        )}
      </Layouts.Content>
    </Page.Main>
  );
};
