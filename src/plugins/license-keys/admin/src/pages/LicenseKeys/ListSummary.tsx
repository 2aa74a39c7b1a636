import { Typography } from '@strapi/design-system';

import { useTranslate } from '../../i18n/useTranslate';
import type { LicensePage } from '../../services/licenses';

import { isFiltered } from './hooks/listParams';

interface ListSummaryProps {
  environment: string;
  answer: LicensePage | undefined;
}

/** How many licenses there are; announced when a search, filter or environment changes it. */
export const ListSummary = ({ environment, answer }: ListSummaryProps) => {
  const t = useTranslate();

  return (
    <Typography variant="epsilon" textColor="neutral600" tag="p" role="status">
      {answer
        ? t(isFiltered(answer.query) ? 'page.matching' : 'page.total', {
            total: answer.meta.pagination.total,
            environment,
          })
        : environment}
    </Typography>
  );
};
