import { Checkbox } from '@strapi/design-system';
import { usePersistentState } from '@strapi/strapi/admin';

import { useTranslate } from '../i18n/useTranslate';

import { PREFERENCE_KEY } from './preference';

/** Lets an administrator have Ctrl/Cmd+K back, for the browser or for another plugin. */
export const GlobalSearchSwitch = () => {
  const t = useTranslate();
  const [isWanted, setWanted] = usePersistentState(PREFERENCE_KEY, true);

  return (
    <Checkbox
      checked={isWanted}
      onCheckedChange={(checked) => {
        setWanted(checked === true);
      }}
    >
      {t('globalSearch.switch')}
    </Checkbox>
  );
};
