import { AnswerButton } from "@/components/answer-button";
import { restoreAction } from "./[seat]/actions";

/** Gives somebody whose invitation ran out their seat again, with a new letter. Takes a free seat. */
export function RestoreButton({ slug, seatId, name }: { slug: string; seatId: string; name: string }) {
  return (
    <AnswerButton
      action={restoreAction.bind(null, slug, seatId)}
      aria-label={`Send a new letter to ${name}`}
      size="sm"
    >
      Send a new letter
    </AnswerButton>
  );
}
