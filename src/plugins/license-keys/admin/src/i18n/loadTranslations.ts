import { PLUGIN_ID } from '../../../shared/permissions';

type Messages = Record<string, string>;

const withPluginId = (messages: Messages): Messages =>
  Object.fromEntries(Object.entries(messages).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]));

/** A language that the plugin does not speak falls back to English, message by message. */
export const loadTranslations = async (
  locale: string
): Promise<{ data: Messages; locale: string }> => {
  const messages = await import(`../translations/${locale}.json`).then(
    (file: { default: Messages }) => file.default,
    () => ({})
  );
  return { data: withPluginId(messages), locale };
};
