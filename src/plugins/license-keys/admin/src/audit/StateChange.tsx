import type { AuditItem } from '../../../shared/audit';
import { Pill } from '../components/Pill';
import { useTranslate } from '../i18n/useTranslate';
import { STATE_TONES } from '../utils/stateTones';

/** From which state to which an entry leads, if it does. */
export const StateChange = ({ from, to }: Pick<AuditItem, 'from' | 'to'>) => {
  const t = useTranslate();
  if (!to || from === to) return null;

  return (
    <>
      {from && <Pill tone={STATE_TONES[from]}>{t(`state.${from}`)}</Pill>}
      {from && <span aria-hidden>→</span>}
      <Pill tone={STATE_TONES[to]}>{t(`state.${to}`)}</Pill>
    </>
  );
};
