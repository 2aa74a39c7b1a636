const MINUTE = 60_000;

/** Hands a file to the browser's downloads, which read it some time after the click. */
export const saveFile = (file: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, MINUTE);
};
