const betweenLines = 10_000;

/**
 * Shows the progress of a long step: in place on a terminal, otherwise a line every ten seconds. `tellProgress`
 * returns the text to show, such as "34 % (66 of 196 MB)".
 */
export function showProgress(label, tellProgress) {
  const terminal = process.stdout.isTTY;
  const started = Date.now();
  const show = () => {
    const text = `  ${label}: ${tellProgress((Date.now() - started) / 1000)}`;
    process.stdout.write(terminal ? `\r\u001b[K${text}` : `${text}\n`);
  };
  const timer = setInterval(show, terminal ? 250 : betweenLines);
  return () => {
    clearInterval(timer);
    if (terminal) process.stdout.write('\r\u001b[K');
  };
}

export function seconds(elapsed) {
  return `${Math.round(elapsed)} s`;
}

export function megabytes(bytes, total) {
  const done = Math.round(bytes / 1e6);
  return total
    ? `${Math.floor((100 * bytes) / total)} % (${done} of ${Math.round(total / 1e6)} MB)`
    : `${done} MB`;
}
