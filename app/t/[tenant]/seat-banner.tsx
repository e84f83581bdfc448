import { ButtonLink } from "@/components/button";
import { Callout } from "@/components/callout";
import type { SeatNotice } from "@/lib/tenants/read-seat-notice";

/** The strip above an admin's pages from 80 % of held seats on. */
export function SeatBanner({ notice, slug }: { notice: SeatNotice; slug: string }) {
  const { level, held, purchased } = notice;
  const number = (value: number) => value.toLocaleString("en-US");
  const isFull = level === 100;
  return (
    <div className="mx-auto w-full max-w-6xl px-4 pt-6 sm:px-6 lg:px-10 print:hidden">
      <Callout
        actions={
          <ButtonLink href={`/t/${slug}/seats`} size="sm">
            Request more seats
          </ButtonLink>
        }
        title={isFull ? "All seats are held" : `${number(held)} of ${number(purchased)} seats are held`}
        tone={level === 80 ? "info" : "warning"}
      >
        {isFull
          ? `${number(held)} are held, of ${number(purchased)} purchased. Nobody`
          : "When they are all held, nobody"}{" "}
        new can be invited until a seat is taken back or more are purchased.
      </Callout>
    </div>
  );
}
