declare global {
  interface Window {
    /** Whether an action succeeded; exceptions and rejections count as failures. */
    attempt: (work: () => unknown) => Promise<'worked' | 'refused'>;
    /** Adds an element to the page and waits until it has loaded or was refused. */
    load: (element: HTMLElement) => Promise<'loaded' | 'refused'>;
    /** Waits until the CSP has refused this many actions, and returns their directives. */
    violation: (work: () => unknown, count?: number) => Promise<string>;
  }
}

/** Runs once in the page: the tools of an attacker. */
export function installPageHelpers(): void {
  window.attempt = async (work) => {
    try {
      await work();
      return 'worked';
    } catch {
      return 'refused';
    }
  };
  window.load = (element) =>
    new Promise((done) => {
      element.onload = () => done('loaded');
      element.onerror = () => done('refused');
      document.body.append(element);
    }).finally(() => element.remove()) as Promise<'loaded' | 'refused'>;
  window.violation = async (work, count = 1) => {
    const directives: string[] = [];
    const refused = new Promise<void>((done) => {
      const note = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
        directives.push(effectiveDirective);
        if (directives.length < count) return;
        document.removeEventListener('securitypolicyviolation', note);
        done();
      };
      document.addEventListener('securitypolicyviolation', note);
    });
    await Promise.race([window.attempt(work), refused]);
    await refused;
    return `refused by ${[...new Set(directives)].sort().join(', ')}`;
  };
}
