/** How many checks held and how many did not. */
export type Tally = { passed: number; failed: number };
