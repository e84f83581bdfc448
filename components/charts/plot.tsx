import { type CSSProperties, type ReactNode, useId } from "react";

export type PlotProps = {
  title: string;
  /** The chart in a sentence. */
  description: string;
  /** Height of the area for the data, in pixels; its width is what there is. */
  height: number;
  /** Pixels kept free around it. `narrowLeft` is for little room, `left` for plenty. */
  room: { top: number; right: number; bottom: number; left: number; narrowLeft?: number | undefined };
  /** Lies over the plot: the readout. */
  over?: ReactNode;
  children: ReactNode;
};

/** The width of the box that paths are drawn in before they are stretched to what there is. */
export const PLOT_WIDTH = 1000;

/**
 * A picture that is as wide as its place while its text keeps its size: across, everything stands at percentages, and
 * only paths are stretched. What stands around the data (labels) overflows into the room that is kept free for it.
 */
export function Plot({ title, description, height, room, over, children }: PlotProps) {
  const id = useId();
  const style: CSSProperties & Record<`--${string}`, string> = {
    "--left": `${room.left}px`,
    "--narrow-left": `${room.narrowLeft ?? room.left}px`,
    paddingTop: room.top,
    paddingRight: room.right,
    paddingBottom: room.bottom,
  };
  return (
    <div className="pl-(--narrow-left) @lg/chart:pl-(--left)" style={style}>
      <div className="relative">
        <svg
          aria-describedby={`${id}-text`}
          aria-labelledby={`${id}-name`}
          className="block w-full select-none overflow-visible print:print-exact"
          data-chart-part
          height={height}
          role="img"
        >
          <title id={`${id}-name`}>{title}</title>
          <desc id={`${id}-text`}>{description}</desc>
          {children}
        </svg>
        {over}
      </div>
    </div>
  );
}

/** Holds paths that are drawn `PLOT_WIDTH` wide; strokes keep their own width. */
export function Stretched({ height, children }: { height: number; children: ReactNode }) {
  return (
    <svg
      aria-hidden
      height={height}
      overflow="visible"
      preserveAspectRatio="none"
      viewBox={`0 0 ${PLOT_WIDTH} ${height}`}
      width="100%"
    >
      {children}
    </svg>
  );
}

/** A share of the width as SVG takes it. */
export function percent(share: number): string {
  return `${Math.round(share * 1e5) / 1e3}%`;
}
