import rules from 'libphonenumber-js/metadata.max.json';

/**
 * Rules of the telephone numbers of all countries. They and the code that reads them are two modules, which can be loaded
 * with a break between: together they would block main for longer than a frame.
 */
export const phoneRules = rules;
