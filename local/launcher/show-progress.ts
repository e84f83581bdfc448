/**
 * Runs one step of the start and prints a line about it when it is done, with its time.
 *
 * @param title what is being done, for people
 * @param work the step; a text it returns is printed after the time
 */
export async function showProgress<T>(title: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  const result = await work();
  console.log(`  ${title.padEnd(28)} ${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s`);
  return result;
}
