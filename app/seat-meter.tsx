import { Meter } from "@/components/meter";
import type { SeatCounts } from "@/lib/seats/list-people";

/** Seats used, reserved and free of those purchased. */
export function SeatMeter({ counts, size }: { counts: SeatCounts; size?: "sm" | "md" }) {
  return (
    <Meter
      label="Seats"
      overageLabel="over the purchased number"
      remainderLabel="free"
      segments={[
        { label: "used", value: counts.used, tone: "accent" },
        { label: "reserved", value: counts.reserved, tone: "accent-soft" },
      ]}
      size={size}
      total={counts.purchased}
    />
  );
}
