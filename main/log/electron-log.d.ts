/** Types of the parts of electron-log that {@link Log} uses; the package has types for the whole only. */
declare module 'electron-log/src/core/Logger.js' {
  class Logger {
    constructor(options: {
      logId: string;
      dependencies: { externalApi: { getPathVariables: () => object } };
      transportFactories: Record<string, unknown>;
    });
    info(line: string): void;
    transports: { file: import('electron-log').FileTransport };
  }
  export = Logger;
}

declare module 'electron-log/src/node/transports/file/index.js' {
  const fileTransport: unknown;
  export = fileTransport;
}
