import { endServer } from "./end-server";
import { ownsCluster } from "./owns-cluster";
import { readPostmasterFile } from "./read-postmaster-file";

/**
 * Ends a server whose keeper was killed, so that nobody else would.
 *
 * @param cluster data folder
 */
export async function endOrphan(cluster: string): Promise<void> {
  const note = readPostmasterFile(cluster);
  if (note && ownsCluster(note.pid, cluster)) await endServer(note.pid);
}
