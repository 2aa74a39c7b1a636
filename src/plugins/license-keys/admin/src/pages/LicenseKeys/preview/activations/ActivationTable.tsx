import { Typography } from '@strapi/design-system';

import type { ActivationItem } from '../../../../../../shared/license';
import { DataTable, TableBox } from '../../../../components/DataTable';
import { useTranslate } from '../../../../i18n/useTranslate';

import { ActivationRow } from './ActivationRow';

interface ActivationTableProps {
  devices: ActivationItem[];
  isBusy: boolean;
  /** Absent where the role does not allow it. */
  onDeactivate: ((device: ActivationItem) => void) | undefined;
}

const COLUMNS = ['device', 'origin', 'seen', 'state'] as const;

export const ActivationTable = ({ devices, isBusy, onDeactivate }: ActivationTableProps) => {
  const t = useTranslate();

  return (
    <TableBox>
      <DataTable aria-label={t('preview.activations')} aria-busy={isBusy}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                <Typography variant="sigma" textColor="neutral600">
                  {t(`activation.${column}`)}
                </Typography>
              </th>
            ))}
            <th scope="col">
              <Typography variant="sigma" textColor="neutral600">
                {t('column.actions')}
              </Typography>
            </th>
          </tr>
        </thead>
        <tbody>
          {devices.map((device) => (
            <ActivationRow key={device.documentId} device={device} onDeactivate={onDeactivate} />
          ))}
        </tbody>
      </DataTable>
    </TableBox>
  );
};
