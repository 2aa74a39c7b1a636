import { Typography } from '@strapi/design-system';

import type { JobResult } from '../../../shared/jobs';
import { FullText } from '../components/FullText';
import { KeyText } from '../components/KeyText';
import { Pill, type Tone } from '../components/Pill';
import { useReasonText } from '../hooks/useReasonText';
import { useTranslate } from '../i18n/useTranslate';
import { RecordTable, type Column } from '../list/RecordTable';

const TONES = {
  pending: 'neutral',
  succeeded: 'success',
  unchanged: 'secondary',
  refused: 'danger',
} as const satisfies Record<JobResult['outcome'], Tone>;

interface JobItemTableProps {
  results: JobResult[];
  isBusy: boolean;
}

export const JobItemTable = ({ results, isBusy }: JobItemTableProps) => {
  const t = useTranslate();
  const reasonText = useReasonText();

  // Only imports have lines, and only deactivations devices.
  const lines: Column<JobResult> = {
    name: 'line',
    head: t('jobs.results.line'),
    cell: ({ line }) => <Typography>{line ?? '—'}</Typography>,
  };
  const devices: Column<JobResult> = {
    name: 'device',
    head: t('activation.device'),
    cell: ({ device }) => <FullText first={device ?? '—'} />,
  };

  return (
    <RecordTable
      label={t('jobs.results')}
      items={results}
      keyOf={({ id }) => id}
      isBusy={isBusy}
      columns={[
        ...(results.some(({ line }) => line !== null) ? [lines] : []),
        ...(results.some(({ device }) => device !== null) ? [devices] : []),
        {
          name: 'key',
          head: t('column.key'),
          cell: ({ keyPrefix }) => (keyPrefix ? <KeyText>{`${keyPrefix}…`}</KeyText> : '—'),
        },
        {
          name: 'why',
          head: t('jobs.results.why'),
          cell: (result) => <FullText first={reasonText(result)} />,
        },
        {
          name: 'outcome',
          head: t('jobs.outcome'),
          cell: ({ outcome }) => <Pill tone={TONES[outcome]}>{t(`job.${outcome}`)}</Pill>,
        },
      ]}
    />
  );
};
