/** Of the list of licenses, where there is one: it passes the focus on to a row. */
export const LIST_ID = 'license-list';

/** Puts the focus on the first of these elements that is there, or else on the page's content. */
export const focusFirst = (...ids: (string | undefined)[]): void => {
  const elements = [...ids, LIST_ID, 'main-content'].map((id) => id && document.getElementById(id));
  elements.find((element) => element instanceof HTMLElement)?.focus();
};
