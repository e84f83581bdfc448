/** What a step of the test command works with. */
export type StepRoom = {
  /** Where it keeps its log and its report. */
  folder: string;
  /** Whether its output is shown while it runs. */
  show: boolean;
  /** Arguments for its tool. */
  args: string[];
};
