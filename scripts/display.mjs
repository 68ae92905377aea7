/**
 * Arguments of Xvfb: a display with a free number, which it prints. Without `-noreset`, the server resets when its last
 * client leaves, and closes the connection of a program that starts at that moment.
 */
export const displayArguments = '-displayfd 1 -screen 0 2560x1440x24 -nolisten tcp -noreset'.split(' ');
