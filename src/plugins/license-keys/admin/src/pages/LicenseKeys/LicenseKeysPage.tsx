import { Layouts, Page } from '@strapi/strapi/admin';

import { ErrorState } from '../../components/ErrorState';
import { useTranslate } from '../../i18n/useTranslate';
import { useGetLicenseKeysContextQuery } from '../../services/licenses';

import { LicenseKeys } from './LicenseKeys';

/** Asks which environments there are; without them no list can be asked for. */
export const LicenseKeysPage = () => {
  const t = useTranslate();
  const { data: context, error, isFetching, refetch } = useGetLicenseKeysContextQuery(undefined);

  if (context) return <LicenseKeys context={context} />;
  if (!error) return <Page.Loading>{t('page.loading')}</Page.Loading>;

  return (
    <Page.Main>
      <Page.Title>{t('page.title')}</Page.Title>
      <Layouts.Header title={t('page.title')} />
      <Layouts.Content>
        <ErrorState error={error} isRetrying={isFetching} onRetry={() => void refetch()} />
      </Layouts.Content>
    </Page.Main>
  );
};
