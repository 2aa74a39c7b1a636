import { DayText } from '../../../../components/DayText';

import type { CellProps } from './CellProps';

export const CreatedCell = ({ license: { createdAt } }: CellProps) => <DayText at={createdAt} />;
