/** The plugin's own middlewares, as Strapi's routes name them. */
export const named = (names: readonly string[]) =>
  names.map((name) => `plugin::license-keys.${name}`);
