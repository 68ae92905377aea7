// Runs in Electron as Node: macOS lets a program read without a question what the same program has stored.
const keytar = require('keytar');

process.once('message', async ({ method, args }) => {
  const answer = await keytar[method](...args).then(
    (value) => ({ value }),
    ({ message }) => ({ error: message }),
  );
  process.send(answer, () => process.disconnect());
});
