import { useRef } from 'react';

import { Flex, Loader, Typography } from '@strapi/design-system';

import { ErrorBox } from '../../../components/ErrorBox';
import { useErrorMessage } from '../../../hooks/useErrorMessage';
import { useTranslate } from '../../../i18n/useTranslate';
import { useGetLicenseKeyViewsQuery } from '../../../services/views';

import { ViewRow } from './ViewRow';

interface ViewListProps {
  current: string;
  onOpen: (view: string) => void;
}

export const ViewList = ({ current, onOpen }: ViewListProps) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const list = useRef<HTMLUListElement>(null);
  const { data: views, error } = useGetLicenseKeyViewsQuery(undefined);

  if (error) return <ErrorBox>{errorMessage(error)}</ErrorBox>;
  if (!views) return <Loader small>{t('view.loading')}</Loader>;

  return (
    <Flex
      ref={list}
      tag="ul"
      // What gets the focus when the view that had it is deleted.
      tabIndex={-1}
      aria-label={t('view.title')}
      direction="column"
      alignItems="stretch"
      maxHeight="30rem"
      overflow="auto"
    >
      {views.map((view) => (
        <ViewRow
          key={view.id}
          view={view}
          isCurrent={view.query === current}
          onOpen={onOpen}
          onDeleted={() => list.current?.focus()}
        />
      ))}
      {views.length === 0 && (
        <Typography tag="li" textColor="neutral600">
          {t('view.none')}
        </Typography>
      )}
    </Flex>
  );
};
