import { PLUGIN_ID } from '../../../shared/permissions';
import type en from '../translations/en.json';

export type TranslationKey = keyof typeof en;

/** The id under which react-intl knows one of this plugin's messages. */
export const getTranslation = (key: TranslationKey): string => `${PLUGIN_ID}.${key}`;
