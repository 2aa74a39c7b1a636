import { BULK_ACTIONS, type BulkAction } from '../../../../../../shared/bulk';
import type { LicenseFilter } from '../../../../../../shared/list';
import { BulkButton } from '../../../../bulk/BulkButton';
import { useAllowedVerbs } from '../../../../hooks/useAllowedVerbs';
import { useTranslate } from '../../../../i18n/useTranslate';
import { SelectionBar } from '../../../../list/selection/SelectionBar';
import type { Selection } from '../../../../list/selection/useSelection';
import { isFinal } from '../../actions/licenseActions';
import { bulkButtonId } from '../bulkActions';

interface LicenseSelectionBarProps {
  selection: Selection<LicenseFilter>;
  onAction: (action: BulkAction) => void;
}

export const LicenseSelectionBar = ({ selection, onAction }: LicenseSelectionBarProps) => {
  const t = useTranslate();
  const allowed = useAllowedVerbs();
  const { count, isAll } = selection;

  return (
    <SelectionBar
      selection={selection}
      label={t('bulk.bar')}
      selected={t(isAll ? 'bulk.selectedAll' : 'bulk.selected', { count })}
    >
      {BULK_ACTIONS.map((action) => (
        <BulkButton
          key={action}
          id={bulkButtonId(action)}
          label={t(`action.${action}`)}
          isDanger={isFinal(action)}
          isAllowed={allowed.has(action)}
          onClick={() => {
            onAction(action);
          }}
        />
      ))}
    </SelectionBar>
  );
};
