import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { AuditItem } from '../../../../../shared/audit';
import { labelOf } from '../../../audit/changeLabels';
import { useChangeText } from '../../../audit/useChangeText';
import { JsonBlock } from '../../../components/JsonBlock';
import { useTranslate } from '../../../i18n/useTranslate';

const Table = styled.table`
  width: 100%;
  table-layout: fixed;
  overflow-wrap: anywhere;
  color: ${({ theme }) => theme.colors.neutral800};

  th,
  td {
    padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[3]} ${theme.spaces[3]} 0`};
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    text-align: left;
    vertical-align: top;
  }
`;

/** Each field that the entry tells of, before and after. */
export const ChangeTable = ({ entry: { changes, names } }: { entry: AuditItem }) => {
  const t = useTranslate();
  const textOf = useChangeText(names);
  const heads = ['auditLog.field', 'auditLog.before', 'auditLog.after'] as const;

  const valueOf = (field: string, value: unknown) =>
    typeof value === 'object' && value !== null ? (
      <JsonBlock value={value} />
    ) : (
      <Typography>{textOf(field, value)}</Typography>
    );

  return (
    <Table aria-label={t('auditLog.changes')}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              <Typography variant="sigma" textColor="neutral600">
                {t(head)}
              </Typography>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Object.entries(changes).map(([field, { before, after }]) => {
          const label = labelOf(field);
          return (
            <tr key={field}>
              <th scope="row">
                <Typography fontWeight="bold">{label ? t(label) : field}</Typography>
              </th>
              <td>{valueOf(field, before)}</td>
              <td>{valueOf(field, after)}</td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
};
