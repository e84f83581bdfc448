import type { ReactNode } from "react";

export type TwoLinesProps = {
  /** The first line; names of any script run in their own direction, from the same edge. */
  primary: ReactNode;
  /** The second, quieter line; absent when there is nothing to add. */
  secondary?: ReactNode;
  /** Draws the first line stronger. */
  strong?: boolean | undefined;
};

/** A name over what identifies it, such as an address, for table cells. Long words wrap instead of pushing. */
export function TwoLines({ primary, secondary, strong }: TwoLinesProps) {
  return (
    <>
      <span
        className={strong ? "block text-left font-medium wrap-anywhere" : "block text-left wrap-anywhere"}
        dir="auto"
      >
        {primary}
      </span>
      {secondary ? <span className="block text-muted text-sm wrap-anywhere">{secondary}</span> : null}
    </>
  );
}
