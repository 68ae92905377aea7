/** An attack on a real package, and what is observed when the control works. */
export interface Attack {
  group: string;
  /** What the attacker tries. */
  attack: string;
  /** The control that prevents it. */
  control: string;
  /** Files that implement the control. */
  where: string;
  /** What is then observed, verbatim. */
  expected: string;
}
