declare global {
  interface Window {
    /** Whether something could be done: an exception and a rejection both say no. */
    attempt: (work: () => unknown) => Promise<'worked' | 'refused'>;
    /** Puts an element into the page and waits until it has loaded or was refused. */
    load: (element: HTMLElement) => Promise<'loaded' | 'refused'>;
    /** Waits until the policy of the page (CSP) has refused something, and tells by which directive. */
    violation: (work: () => unknown) => Promise<string>;
  }
}

/** Run in the page once: what an attacker would bring along. */
export function bringHelpers(): void {
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
  window.violation = async (work) => {
    const refused = new Promise<string>((done) => {
      document.addEventListener(
        'securitypolicyviolation',
        ({ effectiveDirective }) => done(`refused by ${effectiveDirective}`),
        { once: true },
      );
    });
    await window.attempt(work);
    return refused;
  };
}
