import { Pill } from '../../../../components/Pill';
import { useTranslate } from '../../../../i18n/useTranslate';
import { STATE_TONES } from '../../../../utils/stateTones';

import type { CellProps } from './CellProps';

export const StateCell = ({ license: { state } }: CellProps) => {
  const t = useTranslate();
  return <Pill tone={STATE_TONES[state]}>{t(`state.${state}`)}</Pill>;
};
