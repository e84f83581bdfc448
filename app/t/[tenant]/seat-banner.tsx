import { ButtonLink } from "@/components/button";
import { Callout } from "@/components/callout";
import type { SeatNotice } from "@/lib/tenants/read-seat-notice";
import { HideWithin } from "./hide-within";

/** The strip above the pages on which an admin gives seats, from 80 % of held seats on. */
export function SeatBanner({ notice, slug }: { notice: SeatNotice; slug: string }) {
  const { title, text } = wordNotice(notice);
  return (
    <div className="mx-auto w-full max-w-6xl px-4 pt-6 sm:px-6 lg:px-10 print:hidden">
      <Callout
        actions={
          <HideWithin areas={["seats"]}>
            <ButtonLink href={`/t/${slug}/seats`} size="sm">
              Request more seats
            </ButtonLink>
          </HideWithin>
        }
        title={title}
        tone={notice.level === 80 ? "info" : "warning"}
      >
        {text}
      </Callout>
    </div>
  );
}

const number = (value: number) => value.toLocaleString("en-US");

function wordNotice({ level, held, purchased }: SeatNotice): { title: string; text: string } {
  const share = `${number(held)} are held, of ${number(purchased)} purchased.`;
  if (held > purchased)
    return {
      title: "More seats are held than purchased",
      text: `${share} Nobody loses their seat, but nobody new can be invited until enough are taken back or more are purchased.`,
    };
  if (level === 100)
    return {
      title: "All seats are held",
      text: `${share} Nobody new can be invited until a seat is taken back or more are purchased.`,
    };
  return {
    title: `${number(held)} of ${number(purchased)} seats are held`,
    text: "When they are all held, nobody new can be invited until a seat is taken back or more are purchased.",
  };
}
