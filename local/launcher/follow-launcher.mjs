// Preloaded (`node --import`) into every process that the launcher starts. The launcher holds an IPC channel
// to each; when it is gone, even by `kill -9`, the channel closes and the process ends with its whole group.
import process from "node:process";

if (process.env.ANALYSTICK_FOLLOW) {
  // Its own children have other parents to follow.
  delete process.env.ANALYSTICK_FOLLOW;
  process.once("disconnect", end);
  process.channel?.unref();
  // The launcher may have gone while this process was still starting.
  if (!process.connected) end();
}

function end() {
  if (process.platform === "win32") process.exit(1);
  setTimeout(() => process.kill(0, "SIGKILL"), 10_000).unref();
  process.kill(0, "SIGTERM");
}
