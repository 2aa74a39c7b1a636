import type { ReactNode } from 'react';

import { Layouts, Page } from '@strapi/strapi/admin';

import type { PageContext } from '../../../shared/list';
import { ErrorState } from '../components/ErrorState';
import { useGetLicenseKeysContextQuery } from '../services/licenses';

interface WithContextProps {
  title: string;
  loadingLabel: string;
  children: (context: PageContext['data']) => ReactNode;
}

/** Asks which environments there are; without them no list can be asked for. */
export const WithContext = ({ title, loadingLabel, children }: WithContextProps) => {
  const { data: context, error, isFetching, refetch } = useGetLicenseKeysContextQuery(undefined);

  if (context) return children(context);
  if (!error) return <Page.Loading>{loadingLabel}</Page.Loading>;

  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header title={title} />
      <Layouts.Content>
        <ErrorState error={error} isRetrying={isFetching} onRetry={() => void refetch()} />
      </Layouts.Content>
    </Page.Main>
  );
};
