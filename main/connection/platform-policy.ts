/** Where an administrator leaves the policy: a file that only an administrator can write. */
export const policyFiles: Partial<Record<NodeJS.Platform, string>> = {
  linux: '/etc/ringside/policy.json',
};
