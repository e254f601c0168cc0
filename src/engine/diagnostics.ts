/** What was given up, and why: the file is then not wholly followed. */
export interface Diagnostics {
  /** Functions not walked, or not to the end, since the budget of steps was used up. */
  readonly overBudget: string[];
  /** Steps taken and allowed. */
  steps: number;
  allowed: number;
  /** Errors of the engine itself on odd syntax: the function is then unknown. */
  readonly errors: string[];
}

export const newDiagnostics = (nodes: number): Diagnostics => ({ overBudget: [], steps: 0, allowed: Math.max(100_000, nodes * 100), errors: [] });
