/** For how long a deleted dataset can be had back. Its files are cleared away a little later. */
export const DELETED_DAYS = 7;
