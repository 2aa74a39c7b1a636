import process from 'node:process';

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const LOG_INTERVAL = 15_000;

const secondsSince = (start) => `${Math.round((Date.now() - start) / 1000)} s`;

const spin = (label, start) => {
  let frame = 0;
  return setInterval(() => {
    process.stdout.write(`\r${FRAMES[frame++ % FRAMES.length]} ${label} … ${secondsSince(start)} `);
  }, 100);
};

const repeat = (label, start) => {
  console.log(`${label} …`);
  return setInterval(() => console.log(`${label} … ${secondsSince(start)}`), LOG_INTERVAL);
};

/** Shows that something long is under way: a spinner on a terminal, a line now and then in a log. */
export const withProgress = async (label, work) => {
  const start = Date.now();
  const { isTTY } = process.stdout;
  const timer = isTTY ? spin(label, start) : repeat(label, start);
  const finish = (mark) => {
    clearInterval(timer);
    console.log(`${isTTY ? '\r' : ''}${mark} ${label} (${secondsSince(start)})   `);
  };
  try {
    const result = await work();
    finish('✔');
    return result;
  } catch (error) {
    finish('✖');
    throw error;
  }
};
