/** One course of an update, and what is then observed. */
export interface Course {
  course: string;
  /** Verbatim. */
  expected: string;
}

const goesOn = '1.0.0 goes on';
const refused = (course: string, fault: string): Course => ({ course, expected: `${fault}, ${goesOn}` });

/** All courses. Each has a test on loopback with a package of 1.0.0. */
export const courses = {
  asked: { course: 'An agent asks for the version that is ready', expected: '1.1.0 was started' },
  onQuit: { course: 'Ringside is quit', expected: '1.1.0 was installed, nothing was started' },
  customerOpen: {
    course: 'A customer is on the desk, which nobody has touched for a long time',
    expected: `ready, nothing installed, ${goesOn}`,
  },
  pilot: { course: 'A prerelease, to a desk of the pilot channel', expected: 'ready, 1.2.0-beta.1' },
  cut: {
    course: 'The download is cut in the middle, once',
    expected: `ready, the rest alone was fetched, ${goesOn}`,
  },
  cutAndQuit: {
    course: 'The download is cut in the middle, and Ringside is started anew',
    expected: `unreachable, then ready, the rest alone was fetched, ${goesOn}`,
  },
  noRanges: {
    course: 'The download is cut, from a server that cannot send a rest',
    expected: `ready, fetched anew, ${goesOn}`,
  },
  proxyLogin: {
    course: 'The way to the feed is a proxy that asks for a password, which the keychain has',
    expected: 'ready, 1.1.0',
  },
  checked: {
    course: 'The desktop is checked, with the right signature and then with that of another key',
    expected: 'updatesNewer, then updatesRefused, nothing more was downloaded',
  },
  tamperedFile: refused('The file was changed after it was signed', 'tampered'),
  tamperedManifest: refused('The manifest was changed after it was signed', 'notSigned'),
  otherKey: refused('The manifest is signed with another key', 'notSigned'),
  noSignature: refused('There is no signature', 'noManifest'),
  replayed: refused('An older version, signed as it was in its day', 'idle'),
  same: refused('The same version', 'idle'),
  prerelease: refused('A prerelease, to a desk of the stable channel', 'badManifest'),
  offOrigin: refused('The file is on another server', 'badManifest'),
  redirected: refused('The file is redirected to another server', 'unreachable'),
  rollout: refused('A rollout that has not come to this desk yet', 'idle'),
  html: refused('The feed answers with a page', 'noManifest'),
  missing: refused('The feed answers 404', 'noManifest'),
  broken: refused('The feed answers 500', 'noManifest'),
  unreachable: refused('Nobody answers', 'unreachable'),
  hangs: refused('The feed takes the request and says nothing', 'timeout'),
  stalls: refused('The download stands still', 'timeout'),
  wentBack: {
    course: 'A version does not start twice, and the agent has the one before put back',
    expected: '1.0.0 was started, says so, tells the Collector, and does not take 1.1.0 again',
  },
  stays: {
    course: 'A version does not start twice, and the agent tries once more',
    expected: '1.1.0 stays',
  },
  forbidden: refused('Policy leaves updates to others', 'off'),
} as const satisfies Record<string, Course>;

export type CourseId = keyof typeof courses;
