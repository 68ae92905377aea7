// A minimal Electron app: a window with a text field, sandboxed and isolated like Ringside's. With `--serve`, its
// main process also sends the requests of the benchmark with Electron's own means and measures them.
const { app, BrowserWindow, session } = require('electron');
const { createServer } = require('node:http');

const page = '<!doctype html><title>Blank</title><input type="search" placeholder="Find" autofocus>';

app.enableSandbox();
app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 720,
    useContentSize: true,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#f4f5f7',
    webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, spellcheck: false },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`data:text/html,${encodeURIComponent(page)}`);
  if (process.argv.includes('--serve')) serve(session.fromPartition('api', { cache: false }));
});

/**
 * A POST to the printed port lists requests to send, and how many at a time; the answer is their duration in
 * milliseconds.
 */
function serve(api) {
  const server = createServer(async (message, response) => {
    const { requests, atATime } = JSON.parse(Buffer.concat(await message.toArray()).toString());
    const started = performance.now();
    const sendNext = async () => {
      const next = requests.shift();
      if (!next) return;
      const { url, ...init } = next;
      const answer = await api.fetch(url, {
        ...init,
        redirect: 'error',
        cache: 'no-store',
        credentials: 'omit',
      });
      JSON.parse(await answer.text());
      await sendNext();
    };
    await Promise.all(Array.from({ length: atATime }, sendNext));
    response.end(JSON.stringify({ ms: performance.now() - started }));
  });
  server.listen(0, '127.0.0.1', () => process.stdout.write(`Serving ${server.address().port}\n`));
}
