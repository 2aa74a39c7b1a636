import { PLUGIN_ID } from '../../../shared/permissions';

/** Whether an administrator wants the global search; kept by the browser, as Strapi keeps its own. */
export const PREFERENCE_KEY = `${PLUGIN_ID}.global-search`;

/** Read when the shortcut is pressed: the switch is somewhere else on the page. */
export const isWanted = (): boolean => localStorage.getItem(PREFERENCE_KEY) !== 'false';
