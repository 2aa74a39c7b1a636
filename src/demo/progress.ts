import process from 'node:process';

/** Shows how far something is: one line that moves on a terminal, a line every quarter in a log. */
export const progressOf = (label: string): ((done: number) => void) => {
  const { isTTY } = process.stdout;
  const step = isTTY ? 1 : 25;
  let shown = -1;
  return (done) => {
    const percent = Math.floor((done * 100) / step) * step;
    if (percent > shown) {
      shown = percent;
      const text = `${label} … ${String(percent)} %`;
      process.stdout.write(isTTY ? `\r${text}${percent === 100 ? '\n' : ''}` : `${text}\n`);
    }
  };
};
