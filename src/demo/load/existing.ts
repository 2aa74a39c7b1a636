/** For what a story must have; that it has not is a mistake in the demo. */
export const existing = <T>(thing: T | undefined, name: string): T => {
  if (thing === undefined) {
    throw new Error(`the story of the demo speaks of ${name} that it does not have.`);
  }
  return thing;
};
