import type { GeneratorListItem } from '../../../../../shared/generators';
import type { LicenseVerb } from '../../../../../shared/permissions';
import { useTranslate } from '../../../i18n/useTranslate';
import { RowMenu } from '../../../list/RowMenu';
import { RowMenuItem } from '../../../list/RowMenuItem';

import {
  GENERATOR_ACTIONS,
  menuButtonId,
  obstacleTo,
  VERBS,
  type GeneratorAction,
} from './generatorActions';

export type OnGeneratorAction = (action: GeneratorAction, generator: GeneratorListItem) => void;

interface GeneratorMenuProps {
  generator: GeneratorListItem;
  allowed: ReadonlySet<LicenseVerb>;
  onAction: OnGeneratorAction;
}

export const GeneratorMenu = ({ generator, allowed, onAction }: GeneratorMenuProps) => {
  const t = useTranslate();
  const { documentId, name, active } = generator;

  const labelOf = (action: GeneratorAction): string => {
    if (action !== 'switch') return t(`generators.action.${action}`);
    return t(active ? 'generators.action.deactivate' : 'generators.action.activate');
  };

  const obstacleOf = (action: GeneratorAction): string | undefined => {
    const obstacle = obstacleTo(action, generator);
    if (obstacle) return t(obstacle);
    return allowed.has(VERBS[action]) ? undefined : t('actions.blocked.role');
  };

  return (
    <RowMenu id={menuButtonId(documentId)} label={t('generators.menu', { name })}>
      {GENERATOR_ACTIONS.map((action) => (
        <RowMenuItem
          key={action}
          obstacle={obstacleOf(action)}
          isFinal={action === 'delete'}
          onSelect={() => {
            onAction(action, generator);
          }}
        >
          {labelOf(action)}
        </RowMenuItem>
      ))}
    </RowMenu>
  );
};
