/** How much of a file is shown before anything is decided: rows, and characters of a value. */
export const PREVIEW_ROWS = 20;
export const PREVIEW_LENGTH = 200;
